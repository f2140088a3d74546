import { filterMeasurements, type MeasuredRow } from '../core/measurement-filter.ts';
import { unpackTable } from '../core/packed-table.ts';
import { staleOf } from './cells.ts';
import { load } from './load.ts';
import { measurementTable } from './measurements.ts';
import { sourceViews, type SourceView } from './source-view.ts';

/** A choice of a filter with how many rows it finds. */
export interface Facet {
  id: string;
  name: string;
  count: number;
}

/** What the page of measurements is made of: the filters' choices, the first rows, and the sources rows name. */
export async function measurementPage(firstRows: number) {
  const [table, models, hardware, quantizations, source] = await Promise.all([
    measurementTable(),
    load('models'),
    load('hardware'),
    load('quantizations'),
    sourceViews(),
  ]);
  const rows: MeasuredRow[] = unpackTable(table).filter((row) => !row.excluded);
  const none = { text: '', model: null, hardware: null, precision: null, engine: null, source: null };

  const facet = (keys: readonly string[], name: (id: string) => string): Facet[] => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const ids = new Set(keys.map((key) => row[key]).filter((id) => typeof id === 'string'));
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts]
      .map(([id, count]) => ({ id, name: name(id), count }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
  };

  const sourceIds = facet(['source'], (id) => source(id).title);
  return {
    total: rows.length,
    facets: {
      model: facet(['model', 'architecture'], (id) => models.get(id)?.name ?? id),
      hardware: facet(['hardware'], (id) => hardware.get(id)?.name ?? id),
      precision: facet(['precision'], (id) => quantizations.get(id)?.name ?? id),
      engine: facet(['engineFamily'], (id) => id),
      source: sourceIds,
    },
    first: filterMeasurements(rows, { kind: 'speed', ...none }).slice(0, firstRows),
    counts: {
      speed: rows.filter(({ kind }) => kind === 'speed').length,
      memory: rows.filter(({ kind }) => kind === 'memory').length,
    },
    sources: Object.fromEntries(
      sourceIds.map(({ id }): [string, SourceView & { stale?: string }] => {
        const view = source(id);
        return [id, { ...view, ...staleOf({ kind: 'fact', date: view.date }) }];
      }),
    ),
  };
}
