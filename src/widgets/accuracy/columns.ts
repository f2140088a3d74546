import { errorOf, type AccuracyRow } from '../../core/accuracy-rows.ts';
import { QUANTITY_UNITS } from '../../core/estimate/accuracy-words.ts';
import type { TableColumn, TableRow } from '../../ui/DataTable.tsx';
import { formatPercent, formatSignificant } from '../../ui/format.ts';
import type { SourceView } from '../../ui/SourceLinks.tsx';

/** Columns of the table; the unit depends on what is looked at. */
export function columnsOf(what: AccuracyRow['quantity']): TableColumn[] {
  const unit = QUANTITY_UNITS[what];
  return [
    { key: 'measured', label: '实测', note: unit, numeric: true },
    { key: 'estimated', label: '估算', note: unit, numeric: true },
    { key: 'range', label: '区间', note: unit, numeric: true },
    { key: 'error', label: '误差', note: '估算 ÷ 实测 − 1', numeric: true },
    { key: 'inside', label: '实测在区间里', numeric: false },
    { key: 'precision', label: '精度', numeric: false },
    { key: 'machine', label: '机器', numeric: false },
    { key: 'engine', label: '引擎', numeric: false },
  ];
}

export const COLUMN_KEYS = ['name', ...columnsOf('decode').map(({ key }) => key)];

/** A figure of a row, with at most four digits. */
export const figure = (value: number): string => formatSignificant(value, 4);
export const rangeOf = ({ estimated, spread }: Pick<AccuracyRow, 'estimated' | 'spread'>) => ({
  low: estimated / spread,
  high: estimated * spread,
});

/** From here on an error is told as how many times the measurement the estimate is. */
const MANY_TIMES = 10;

/** `+12.3%`, `-45.6%`, and `19 倍` for what percent would only hide. */
export const errorWords = (error: number): string =>
  error + 1 >= MANY_TIMES ? `${formatSignificant(error + 1, 3)} 倍` : formatPercent(error, { signed: true });

/** The machine as its source names it, with how many of them. */
export const machineWords = ({ machineName, devices }: AccuracyRow): string | null =>
  machineName && (devices !== null && devices > 1 ? `${devices} × ${machineName}` : machineName);

/** A judged row as the table shows it; every figure opens who measured it, where and how. */
export function tableRow(
  row: AccuracyRow,
  sources: Record<string, SourceView>,
  links: { model(id: string): string },
): TableRow {
  const known = sources[row.source];
  const view: SourceView = {
    title: known?.title ?? row.source,
    url: row.sourceUrl,
    ...(known?.date ? { date: known.date } : {}),
  };
  const facts = [
    { label: '位置', content: row.sourceDetail },
    { label: '并发', content: row.concurrency === null ? null : `${row.concurrency}` },
  ].flatMap(({ label, content }) => (content ? [{ label, content }] : []));
  const { low, high } = rangeOf(row);
  const error = errorOf(row);
  const machine = machineWords(row);
  const cell = (text: string) => ({ text, facts, sources: [view] });
  const plain = (text: string | null) => (text === null ? null : { text });
  return {
    id: `${row.id} ${row.quantity}`,
    name: row.modelName,
    ...(row.model ? { href: links.model(row.model) } : {}),
    cells: {
      measured: cell(figure(row.measured)),
      estimated: plain(figure(row.estimated)),
      range: plain(`${figure(low)}–${figure(high)}`),
      error: plain(errorWords(error)),
      inside: plain(row.inside ? '是' : '否'),
      precision: plain(row.precisionName),
      machine: plain(machine),
      engine: plain(row.engineName),
    },
    sortKeys: {
      name: row.modelName,
      measured: row.measured,
      estimated: row.estimated,
      range: row.spread,
      error: Math.abs(error),
      inside: row.inside ? '是' : '否',
      precision: row.precisionName,
      machine,
      engine: row.engineName,
    },
  };
}

/** The rows for a spreadsheet, each with the address of its source. */
export function csvRows(rows: readonly AccuracyRow[], what: AccuracyRow['quantity']): string[][] {
  const unit = QUANTITY_UNITS[what];
  const head = ['模型', '精度', '机器', '引擎', `实测（${unit}）`, `估算（${unit}）`];
  return [
    [
      ...head,
      `区间低端（${unit}）`,
      `区间高端（${unit}）`,
      '误差（估算 ÷ 实测 − 1，0.1 是 10%）',
      '实测在区间里',
      '来源',
    ],
    ...rows.map((row) => {
      const { low, high } = rangeOf(row);
      const numbers = [row.measured, row.estimated, low, high, errorOf(row)];
      return [
        row.modelName,
        row.precisionName,
        machineWords(row) ?? '',
        row.engineName,
        ...numbers.map((value) => String(Number(value.toPrecision(5)))),
        row.inside ? '是' : '否',
        row.sourceUrl,
      ];
    }),
  ];
}
