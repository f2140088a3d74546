import { ABILITIES, TABLE_PRECISIONS, type Filters } from '../../core/model-table.ts';
import type { SortKey } from '../../core/sort.ts';
import { COLUMNS, VIEW_KEYS, VIEWS, type ViewKey } from '../../core/model-columns.ts';
import { codec, type Codec, type Param, type Words } from '../../url/codec.ts';
import {
  choiceParam,
  choicesParam,
  numberParam,
  optionalNumberParam,
  sortParam,
  textParam,
} from '../../url/params.ts';

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

const billions = numberParam(0, { min: 0, max: 100_000 });

/** `10-40`, `-40`, `10-`: billions of parameters, both ends inclusive. */
const sizeParam: Param<Filters['size']> = {
  fallback: { min: null, max: null },
  expected: '写 10-40、-40 或 10- 这样的范围，单位是十亿参数',
  parse(raw) {
    const ends = raw.split('-').map((end) => (end === '' ? null : billions.parse(end)));
    const [min, max] = ends;
    if (ends.length !== 2 || min === undefined || max === undefined) return undefined;
    if (min === null || max === null) return min === max ? undefined : { min, max };
    return min > max ? undefined : { min, max };
  },
  format({ min, max }) {
    if (min === null && max === null) return '';
    return [min, max].map((end) => (end === null ? '' : billions.format(end))).join('-');
  },
};

const sortable = ['name', ...COLUMNS.map(({ key }) => key)];

const WORDS: Words<TableState> = {
  q: ['要找的字', 'q=coder'],
  dev: ['开发者的编号（模型的 developer.id）', 'dev=alibaba,deepseek'],
  size: ['参数量的范围，十亿，含两端', 'size=10-40'],
  cap: [
    '能力，要全部具备：code 代码、tools 工具调用、reasoning 推理模式、vision 图文',
    'cap=tools,reasoning',
  ],
  lic: ['许可：any 不限，commercial 可商用（不含有条件的）', 'lic=commercial'],
  mem: ['权重放得进多少 GB（10⁹ 字节）', 'mem=24'],
  prec: ['按哪种精度比较 mem', 'mem=24&prec=bf16'],
  sort: ['按哪些列排；点列头，地址里就有它的名字', 'sort=-params'],
  view: [`显示哪些列：${VIEW_KEYS.map((key) => `${key} ${VIEWS[key].label}`).join('、')}`, 'view=coding'],
};

/** The link of the model table. Developer ids come from the records, so the codec is made for them. */
export function tableCodec(developers: readonly string[]): Codec<TableState> {
  return codec<TableState>(
    {
      q: textParam(100),
      dev: choicesParam(developers),
      size: sizeParam,
      cap: choicesParam(ABILITIES),
      lic: choiceParam('any', ['any', 'commercial']),
      mem: optionalNumberParam({ min: 1, max: 100_000 }),
      prec: choiceParam('q4-k-m', TABLE_PRECISIONS),
      sort: sortParam(sortable, '-bigcodebench'),
      view: choiceParam('overview', VIEW_KEYS),
    },
    WORDS,
  );
}
