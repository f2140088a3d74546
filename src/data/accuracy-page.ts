import { groupName, groupSections, weakGroups, worstRows } from '../core/estimate/accuracy-view.ts';
import type { GroupSection, WeakGroup } from '../core/estimate/accuracy-view.ts';
import type { Accuracy, AccuracyQuantity, AccuracyReport, JudgedRow } from '../core/estimate/accuracy.ts';
import { QUANTITIES, QUANTITY_UNITS, QUANTITY_WORDS } from '../core/estimate/accuracy-words.ts';
import type { FittedConstants } from '../core/estimate/constants.ts';
import { modelBuiltAlike } from '../core/measurements.ts';
import type { NameIndexes } from '../core/measurements.ts';
import { packTable } from '../core/packed-table.ts';
import type { PackedTable } from '../core/packed-table.ts';
import { loadRecords } from './api.ts';
import { load } from './load.ts';
import { ownAccuracy } from './own-accuracy.ts';
import type { OwnAccuracy } from './own-accuracy.ts';
import { sourceViews } from './source-view.ts';
import type { SourceView } from './source-view.ts';

/** Remembered while editing, too, for the fit takes seconds: start anew to see changed measurements. */
let made: Promise<OwnAccuracy> | undefined;
export const accuracy = (): Promise<OwnAccuracy> => (made ??= loadRecords().then(ownAccuracy));

export interface QuantityView {
  id: AccuracyQuantity;
  name: string;
  unit: string;
  report: AccuracyReport;
  /** By constants that never saw the machine, or for files the source. */
  stranger: { name: string; accuracy: Accuracy } | null;
  /** Most frequent first. */
  notCovered: { reason: string; rows: number }[];
  sections: GroupSection[];
  weak: WeakGroup[];
  worst: WorstRow[];
}

export interface WorstRow {
  /** In the unit of the quantity. */
  measured: number;
  estimated: number;
  what: string;
  source: SourceView;
}

const STRANGERS: Partial<Record<AccuracyQuantity, string>> = {
  decode: '没见过这台机器',
  prefill: '没见过这台机器',
  throughput: '没见过这台机器',
  weightsFile: '没见过这个来源',
};
const WORST = 5;

/** Sizes are kept in bytes and shown in GB (10⁹ bytes); speeds are tokens a second. */
const shown = (quantity: AccuracyQuantity, value: number) =>
  QUANTITY_UNITS[quantity] === 'GB' ? value / 1e9 : value;

/** The six quantities as the page shows them. */
export async function accuracyQuantities(): Promise<QuantityView[]> {
  const [{ reports, judged, strangers }, source] = await Promise.all([accuracy(), sourceViews()]);
  return QUANTITIES.map((id) => {
    const rows = judged.filter(({ quantity }) => quantity === id);
    const [report, strange] = [reports[id], strangers[id]];
    return {
      id,
      name: QUANTITY_WORDS[id],
      unit: QUANTITY_UNITS[id],
      report,
      stranger: strange ? { name: STRANGERS[id] ?? '', accuracy: strange } : null,
      notCovered: Object.entries(report.notCovered)
        .map(([reason, count]) => ({ reason, rows: count }))
        .toSorted((a, b) => b.rows - a.rows),
      sections: groupSections(report, rows),
      weak: weakGroups(report),
      worst: worstRows(rows, WORST).map(({ measured, estimated, row }) => ({
        measured: shown(id, measured),
        estimated: shown(id, estimated),
        what: [row.modelName, row.precisionName, row.machineName, row.engine].filter(Boolean).join('，'),
        source: { ...source(row.source), url: row.sourceUrl },
      })),
    };
  });
}

/** Digits of estimates for the browser; the range is told apart from the measurement before rounding. */
const DIGITS = 6;
const rounded = (value: number) => Number(value.toPrecision(DIGITS));

/** A judged row, flat, for the table and the chart in the browser: an `AccuracyRow`. */
function flatRow({ quantity, measured, estimated, low, high, groups, row }: JudgedRow, names: NameIndexes) {
  return {
    id: row.id,
    quantity,
    measured: rounded(shown(quantity, measured)),
    estimated: rounded(shown(quantity, estimated)),
    spread: rounded(Math.sqrt(high / low)),
    inside: Number(measured >= low && measured <= high),
    engine: groups['engine'],
    class: groups['class'] ?? null,
    kind: groups['kind'],
    source: row.source,
    sourceUrl: row.sourceUrl,
    sourceDetail: row.sourceDetail ?? null,
    modelName: row.modelName,
    precisionName: row.precisionName,
    machineName: row.machineName ?? null,
    engineName: row.engine,
    devices: row.devices ?? null,
    concurrency: row.concurrency ?? null,
    model: modelBuiltAlike(row, names),
  };
}

/** Every measured figure with its estimate, as columns; `unpackTable` gives the rows back. */
export async function accuracyTable(): Promise<PackedTable> {
  const { judged, indexes } = await accuracy();
  return packTable(judged.map((one) => flatRow(one, indexes)));
}

export interface Choice {
  id: string;
  name: string;
}

/** What the filters above the chart may name. */
export async function accuracyChoices() {
  const [{ judged }, source] = await Promise.all([accuracy(), sourceViews()]);
  const choices = (ids: readonly (string | undefined)[], name: (id: string) => string): Choice[] =>
    [...new Set(ids)]
      .filter((id) => id !== undefined)
      .map((id) => ({ id, name: name(id) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
  const group = (prefix: string) =>
    choices(
      judged.map(({ groups }) => groups[prefix]),
      (id) => groupName(`${prefix}:${id}`),
    );
  const sources = choices(
    judged.map(({ row }) => row.source),
    (id) => source(id).title,
  );
  return {
    total: judged.length,
    choices: { engine: group('engine'), class: group('class'), source: sources },
    sources: Object.fromEntries(sources.map(({ id }): [string, SourceView] => [id, source(id)])),
  };
}

/** Constants of the speed model by engine, with names of machines for the factors. */
export async function accuracyConstants(): Promise<FittedConstants & { machineNames: Map<string, string> }> {
  const [{ fitted }, hardware] = await Promise.all([accuracy(), load('hardware')]);
  return { ...fitted, machineNames: new Map([...hardware].map(([id, { name }]) => [id, name])) };
}
