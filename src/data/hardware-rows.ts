import { brandNames } from '../core/brand-names.ts';
import { HARDWARE_KIND_LABELS, HARDWARE_KINDS, type FilterableHardware } from '../core/hardware-columns.ts';
import type { Sortable } from '../core/sort.ts';
import type { Hardware, HardwarePrice } from '../schema/hardware.ts';
import { fact, splitValues, valueOf, type CellView, type Checked, type Lookup, type Value } from './cells.ts';
import { load } from './load.ts';
import { measurementCounts } from './measurement-counts.ts';
import { sourceViews } from './source-view.ts';

export interface HardwareRow extends FilterableHardware, Sortable {
  id: string;
  name: string;
  href: string;
  cells: Record<string, CellView | null>;
}

export const PRICE_KINDS: Record<HardwarePrice['kind'], string> = {
  launch: '首发价',
  list: '标价',
  street: '市场价',
  used: '二手',
  estimate: '估计',
  claim: '指南原值',
};

const SYMBOLS = { CNY: '¥', USD: '$', EUR: '€' } as const;
const grouped = (value: number) => value.toLocaleString('en-US');

/** `¥15,000`, `$999–1,299`. */
export const priceText = ({ amount, amountHigh, currency }: HardwarePrice) =>
  `${SYMBOLS[currency]}${grouped(amount)}${amountHigh ? `–${grouped(amountHigh)}` : ''}`;

/** Rows of the hardware table, one a machine, every cell with its source; `href` adds the site's base. */
export async function hardwareRows(href: (path: string) => string): Promise<HardwareRow[]> {
  const [hardware, source, measured] = await Promise.all([
    load('hardware'),
    sourceViews(),
    measurementCounts('hardware'),
  ]);
  const byKind = [...hardware].sort(
    ([, a], [, b]) =>
      HARDWARE_KINDS.indexOf(a.kind) - HARDWARE_KINDS.indexOf(b.kind) ||
      a.name.localeCompare(b.name, 'zh-CN', { numeric: true }),
  );
  return byKind.map(([id, machine]) => {
    const count = measured.get(id) ?? 0;
    const { cells, sortKeys } = splitValues({
      ...hardwareValues(machine, source),
      measurements:
        count === 0
          ? null
          : {
              sortKey: count,
              cell: { text: String(count), facts: [{ label: '见', content: '这台机器的页面' }] },
            },
    });
    return {
      id,
      name: machine.name,
      href: href(`/hardware/${id}/`),
      kind: machine.kind,
      memoryGb: largestMemory(machine),
      searchText: [id, machine.name, brandNames(machine.name), ...(machine.aliases ?? [])]
        .join(' ')
        .toLowerCase(),
      sortKeys: { name: machine.name, ...sortKeys },
      cells,
    };
  });
}

function largestMemory({ memory }: Hardware): number | null {
  return memory?.gb ?? (memory?.optionsGb ? Math.max(...memory.optionsGb) : null);
}

/** The figures of a machine that the table and its page share. */
export function hardwareValues(machine: Hardware, source: Lookup): Record<string, Value> {
  const { memory, bandwidth, power, releaseDate, prices = [] } = machine;
  const matrix = ['fp16-tensor', 'bf16-tensor']
    .map((kind) => machine.compute?.find((entry) => entry.kind === kind))
    .find(Boolean);
  const price = (currency: HardwarePrice['currency']): Value => {
    const found = newest(prices.filter((entry) => entry.currency === currency && (entry.devices ?? 1) === 1));
    return (
      found &&
      valueOf(
        priceText(found),
        found.amount,
        found,
        source,
        [
          { label: '类型', content: PRICE_KINDS[found.kind] },
          ...fact('日期', found.date),
          ...fact('说明', found.note),
        ],
        priceChecked(found, source),
      )
    );
  };
  const memoryGb = largestMemory(machine);
  return {
    kind: { sortKey: HARDWARE_KIND_LABELS[machine.kind], cell: { text: HARDWARE_KIND_LABELS[machine.kind] } },
    memory:
      memory && memoryGb !== null
        ? valueOf(
            memory.optionsGb?.join(' / ') ?? String(memoryGb),
            memoryGb,
            memory,
            source,
            fact('说明', memory.note),
          )
        : null,
    bandwidth: bandwidth
      ? valueOf(
          grouped(bandwidth.gbPerSecond),
          bandwidth.gbPerSecond,
          bandwidth,
          source,
          fact('算法', bandwidth.basis),
        )
      : null,
    fp16: matrix
      ? valueOf(grouped(matrix.teraOps), matrix.teraOps, matrix, source, fact('说明', matrix.note))
      : null,
    power: power
      ? valueOf(String(power.tdpWatts), power.tdpWatts, power, source, fact('说明', power.note))
      : null,
    released: releaseDate ? valueOf(releaseDate.date, releaseDate.date, releaseDate, source) : null,
    'price-cny': price('CNY'),
    'price-usd': price('USD'),
  };
}

/** A launch price and the guide's own do not change any more: they are facts, as old as the copy of their source. */
export function priceChecked({ kind, date, source: id }: HardwarePrice, source: Lookup): Checked {
  const read = source(id).date;
  return kind === 'launch' || kind === 'claim'
    ? { kind: 'fact', date: read }
    : { kind: 'price', date: date ?? read };
}

/** The latest dated price; an undated one only where there is no other. */
function newest(prices: readonly HardwarePrice[]): HardwarePrice | null {
  return [...prices].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0] ?? null;
}
