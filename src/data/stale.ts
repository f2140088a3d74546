import { FRESH_DAYS, staleness } from '../core/freshness.ts';
import type { FigureKind } from '../core/freshness.ts';
import type { CollectionName } from '../schema/collections.ts';
import { datedFigures } from './freshness.ts';
import type { DatedFigure } from './freshness.ts';
import { fieldName } from './rules/fault.ts';
import type { Entry, Library, Shelf } from './rules/fault.ts';

export interface StaleFigure {
  file: string;
  line: number;
  field: string;
  kind: FigureKind;
  /** As the record, or else its source, has it. */
  date: string;
  ageDays: number;
  /** Where the date stands in the record of the source; absent where the figure has a date of its own. */
  source?: { file: string; line: number };
}

/** Figures that may be out of date: prices before facts, the oldest first, then by place. */
export function staleFigures(library: Library, today: string): StaleFigure[] {
  const snapshotOf = (id: string) => library.sources.byId.get(id)?.value.snapshotDate;

  function staleFigure(entry: Entry<unknown>, figure: DatedFigure): StaleFigure[] {
    const { path, kind, date, dateField } = figure;
    if (date === undefined) return [];
    const { stale, ageDays } = staleness({ kind, date, today });
    if (!stale) return [];
    const at = dateField === undefined ? path : [...path, dateField];
    const { line } = entry.place(at);
    const origin = dateField === undefined ? library.sources.byId.get(figure.source) : undefined;
    const source = origin && { file: origin.file, line: origin.place(['snapshotDate']).line };
    return [{ file: entry.file, line, field: fieldName(at), kind, date, ageDays, ...(source && { source }) }];
  }

  const shelves = Object.entries(library) as [CollectionName, Shelf<unknown>][];
  return shelves
    .flatMap(([collection, { entries }]) =>
      entries.flatMap((entry) =>
        [...datedFigures(collection, entry.value, snapshotOf)].flatMap((figure) =>
          staleFigure(entry, figure),
        ),
      ),
    )
    .sort(
      (a, b) =>
        Number(a.kind === 'fact') - Number(b.kind === 'fact') ||
        b.ageDays - a.ageDays ||
        a.file.localeCompare(b.file, 'en') ||
        a.line - b.line,
    );
}

const ageText = ({ date, ageDays }: StaleFigure) => `${date}，${ageDays} 天`;

/** A source that was read long ago: to be read again once for all that rests on it, which is listed by file. */
function sourceLines(
  source: { file: string; line: number },
  figures: readonly [StaleFigure, ...StaleFigure[]],
) {
  const files = [...Map.groupBy(figures, ({ file }) => file)].map(([file, ofFile]) => {
    const fields = ofFile.map(({ field }) => field).filter((field) => field !== '');
    return `  ${file}:${ofFile[0]?.line}  ${fields.join('、') || `${ofFile.length} 行`}`;
  });
  const age = ageText(figures[0]);
  return [`${source.file}:${source.line}  snapshotDate  ${age}，${figures.length} 处用到它`, ...files];
}

const TITLES: Record<FigureKind, string> = {
  price: `价格，核对于 ${FRESH_DAYS.price} 天以前`,
  fact: '事实，核对于一年以前',
};

function kindText(kind: FigureKind, figures: readonly StaleFigure[]): string {
  const dated = figures.filter(({ source }) => source === undefined);
  const bySource = Map.groupBy(figures, ({ source }) => source?.file);
  return [
    `${TITLES[kind]}：${figures.length} 处`,
    ...dated.map((figure) => `${figure.file}:${figure.line}  ${figure.field}  ${ageText(figure)}`),
    ...[...bySource.values()].flatMap(([first, ...more]) =>
      first?.source ? sourceLines(first.source, [first, ...more]) : [],
    ),
  ].join('\n');
}

/** The list an editor works through: where, which field, of when, how old. */
export function staleText(figures: readonly StaleFigure[]): string {
  const ofKind = (kind: FigureKind) => figures.filter((figure) => figure.kind === kind);
  return [kindText('price', ofKind('price')), kindText('fact', ofKind('fact'))].join('\n\n');
}
