import { ABILITIES, TABLE_PRECISIONS, type Filters } from '../../core/model-table.ts';
import type { SortKey } from '../../core/sort.ts';
import { COLUMNS, VIEW_KEYS, type ViewKey } from '../../core/model-columns.ts';
import { codec, type Codec, type Param } from '../../url/codec.ts';
import { choiceParam, choicesParam, optionalNumberParam, sortParam, textParam } from '../../url/params.ts';

export interface TableState {
  q: string;
  dev: readonly string[];
  size: Filters['size'];
  cap: Filters['abilities'];
  lic: 'any' | 'commercial';
  mem: number | null;
  prec: Filters['precision'];
  sort: readonly SortKey[];
  view: ViewKey;
}

/** `10-40`, `-40`, `10-`: billions of parameters, both ends inclusive. */
const sizeParam: Param<Filters['size']> = {
  fallback: { min: null, max: null },
  expected: '写 10-40、-40 或 10- 这样的范围，单位是十亿参数',
  parse(raw) {
    const match = /^(\d+(?:\.\d+)?)?-(\d+(?:\.\d+)?)?$/.exec(raw);
    if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
    const min = match[1] === undefined ? null : Number(match[1]);
    const max = match[2] === undefined ? null : Number(match[2]);
    return min !== null && max !== null && min > max ? undefined : { min, max };
  },
  format: ({ min, max }) => (min === null && max === null ? '' : `${min ?? ''}-${max ?? ''}`),
};

const sortable = ['name', ...COLUMNS.map(({ key }) => key)];

/** The link of the model table. Developer ids come from the records, so the codec is made for them. */
export function tableCodec(developers: readonly string[]): Codec<TableState> {
  return codec<TableState>({
    q: textParam(100),
    dev: choicesParam(developers),
    size: sizeParam,
    cap: choicesParam(ABILITIES),
    lic: choiceParam('any', ['any', 'commercial']),
    mem: optionalNumberParam({ min: 1, max: 100_000 }),
    prec: choiceParam('q4-k-m', TABLE_PRECISIONS),
    sort: sortParam(sortable, '-bigcodebench'),
    view: choiceParam('overview', VIEW_KEYS),
  });
}
