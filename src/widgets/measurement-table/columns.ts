import type { MeasuredRow } from '../../core/measurement-filter.ts';
import type { TableColumn, TableRow } from '../../ui/DataTable.tsx';
import type { SourceView } from '../../ui/SourceLinks.tsx';

/** A source, and what to say of its figures when it was read long ago. */
export type MeasuredSource = SourceView & { stale?: string };

interface MeasuredColumn extends TableColumn {
  /** The field of a row that the column shows and sorts by. */
  field: string;
}

export const COLUMNS: Record<'speed' | 'memory', readonly MeasuredColumn[]> = {
  speed: [
    { key: 'machine', field: 'machineName', label: '机器', numeric: false },
    { key: 'devices', field: 'devices', label: '数量', numeric: true },
    { key: 'precision', field: 'precisionName', label: '精度', numeric: false },
    {
      key: 'decode',
      field: 'decodeTokensPerSecond',
      label: '生成',
      note: 'tok/s',
      numeric: true,
      bar: true,
    },
    { key: 'prefill', field: 'prefillTokensPerSecond', label: '预填充', note: 'tok/s', numeric: true },
    {
      key: 'throughput',
      field: 'throughputTokensPerSecond',
      label: '吞吐',
      note: 'tok/s，口径见来源',
      numeric: true,
    },
    { key: 'users', field: 'concurrency', label: '并发', note: '请求', numeric: true },
    { key: 'prompt', field: 'promptTokens', label: '输入', note: 'token', numeric: true },
    { key: 'engine', field: 'engine', label: '引擎', numeric: false },
    { key: 'date', field: 'date', label: '日期', numeric: false },
  ],
  memory: [
    { key: 'machine', field: 'machineName', label: '机器', numeric: false },
    { key: 'precision', field: 'precisionName', label: '精度', numeric: false },
    { key: 'engine', field: 'engine', label: '引擎', numeric: false },
    { key: 'subject', field: 'subject', label: '量的是什么', numeric: false },
    { key: 'context', field: 'contextTokens', label: '上下文', note: 'token', numeric: true },
    { key: 'users', field: 'concurrency', label: '并发', note: '请求', numeric: true },
    { key: 'value', field: 'value', label: '大小', note: '单位照原页', numeric: true },
    { key: 'date', field: 'date', label: '日期', numeric: false },
  ],
};

export const COLUMN_KEYS = ['name', ...new Set([...COLUMNS.speed, ...COLUMNS.memory].map(({ key }) => key))];

/** What was measured; the other columns say under which conditions. */
const MEASURED = new Set(['decode', 'prefill', 'throughput', 'value']);

const SUBJECTS: Record<string, string> = {
  file: '权重文件',
  'weights-loaded': '载入后的权重',
  'total-gpu': '显存合计',
  'kv-cache': 'KV 缓存',
  'kv-cache-available': '留给 KV 缓存',
  'activation-peak': '激活峰值',
  'non-torch': '引擎之外的显存',
  'host-ram': '主机内存',
};

const THROUGHPUT: Record<string, string> = {
  'system-output': '全机输出',
  'generation-output': '全机输出，只计生成阶段',
  'per-gpu-output': '每张卡的输出',
  'wall-2048': '生成 2,048 token ÷ 总用时',
  'prompt-and-output': '输入加输出',
};

const FLAGS: Record<string, string> = {
  'above-ceiling': '快过按所写大小算出的带宽上限',
  offload: '部分权重不在这台设备上',
  'limited-threads': '有意少用线程',
  speculative: '推测解码',
  'user-submitted': '网友提交，未经核对',
  'below-weights': '比权重本身还小，来源某处有误',
  'per-device': '多张卡中一张的数',
};

const words = (text: unknown, table: Record<string, string>) =>
  typeof text === 'string'
    ? text
        .split(' ')
        .map((word) => table[word] ?? word)
        .join('、')
    : undefined;

/** A measured row as the table shows it; every figure opens who measured it, where and how. */
export function tableRow(
  row: MeasuredRow,
  sources: Record<string, MeasuredSource>,
  links: { model(id: string): string },
): TableRow {
  const source = sources[String(row.source)];
  const view: SourceView = {
    title: source?.title ?? String(row.source),
    ...(typeof row.sourceUrl === 'string' ? { url: row.sourceUrl } : {}),
    ...(source?.date ? { date: source.date } : {}),
  };
  const remarks = [
    { label: '位置', content: row.sourceDetail },
    { label: '吞吐口径', content: words(row.throughputKind, THROUGHPUT) },
    { label: '原页单位', content: row.printedUnit },
    { label: '注意', content: words(row.flags, FLAGS) },
    { label: '备注', content: row.note },
  ].flatMap(({ label, content }) => (typeof content === 'string' && content ? [{ label, content }] : []));

  const columns = COLUMNS[row.kind === 'memory' ? 'memory' : 'speed'];
  const cells: TableRow['cells'] = {};
  const sortKeys: TableRow['sortKeys'] = { name: String(row.modelName) };
  for (const { key, field } of columns) {
    const value = row[field] ?? null;
    sortKeys[key] = value;
    cells[key] =
      value === null
        ? null
        : {
            text: cellText(row, field, value),
            facts: remarks,
            sources: [view],
            ...(MEASURED.has(key) && source?.stale ? { stale: source.stale } : {}),
          };
  }
  return {
    id: String(row.id),
    name: String(row.modelName),
    ...(typeof row.model === 'string' ? { href: links.model(row.model) } : {}),
    cells,
    sortKeys,
  };
}

function cellText(row: MeasuredRow, field: string, value: string | number): string {
  if (field === 'subject') return SUBJECTS[String(value)] ?? String(value);
  const text =
    typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 3 }) : value;
  return field === 'value' ? `${text} ${row.unit}` : text;
}
