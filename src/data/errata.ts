import { countVerdicts } from './claims.ts';
import { load, need } from './load.ts';
import { sourceViews } from './source-view.ts';

/** Every check of the original with the lines it is printed on, and the counts, all from the records. */
export async function errataEntries() {
  const [errata, tables, models, source] = await Promise.all([
    load('errata'),
    load('claims'),
    load('models'),
    sourceViews(),
  ]);

  const lines = new Map<string, Set<number>>();
  for (const row of [...tables.values()].flatMap((table) => table.rows)) {
    for (const cell of Object.values(row.cells)) {
      for (const id of cell.errata ?? []) {
        lines.set(id, (lines.get(id) ?? new Set()).add(cell.line ?? row.line));
      }
    }
  }

  const entries = [...errata].map(([id, erratum]) => ({
    id,
    section: erratum.section,
    model: erratum.model,
    item: erratum.item,
    original: erratum.original,
    checked: erratum.checked,
    verdict: erratum.verdict,
    why: erratum.why,
    sources: erratum.sources.map(source),
    recalled: erratum.confidence === 'recalled',
    checkedOn: erratum.checkedOn,
    lines: [...(lines.get(id) ?? [])].sort((a, b) => a - b),
  }));

  const concerned = new Set(entries.flatMap(({ model }) => model ?? []));
  return {
    entries,
    total: entries.length,
    counts: countVerdicts(errata.values()),
    models: [...concerned].map((id) => ({ id, name: need(models, id, 'models').shortName })),
  };
}
