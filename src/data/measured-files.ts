import { readFileSync } from 'node:fs';
import type {
  MemoryMeasurement,
  MemoryUnit,
  SpeedMeasurement,
  ThroughputKind,
} from '../schema/measurement.ts';
import { memoryMeasurement, speedMeasurement } from '../schema/measurement.ts';
import { parseCsv } from './csv.ts';

/**
 * Reads files of measurements: our own (`modelName`, `machineName` …), or in the shape in which others hand them on
 * (`model`, `hardware`, `quant` …). A row that cannot be read is told by its line, never dropped silently.
 */
export interface ReadRows<Row> {
  rows: Row[];
  unreadable: { line: number; reason: string }[];
}

type Cells = Record<string, string>;

export const readSpeedFile = (path: string) =>
  readRows<SpeedMeasurement>(path, { ours: 'modelName', schema: speedMeasurement, theirs: speedOf });
export const readMemoryFile = (path: string) =>
  readRows<MemoryMeasurement>(path, { ours: 'modelName', schema: memoryMeasurement, theirs: memoryOf });

interface Schema<Row> {
  safeParse(
    value: unknown,
  ): { success: true; data: Row } | { success: false; error: { issues: { message: string }[] } };
}

function readRows<Row>(
  path: string,
  { ours, schema, theirs }: { ours: string; schema: Schema<Row>; theirs: (cells: Cells) => Row | string },
): ReadRows<Row> {
  const table = parseCsv(readFileSync(path, 'utf8'));
  if ('code' in table) throw new Error(`${path} 第 ${table.line} 行的引号不成对（${table.code}）`);
  const own = table.head.includes(ours);
  if (!own && !table.head.includes('model')) {
    throw new Error(
      `${path} 的表头里没有 model，也没有 ${ours}：照 content/data/measurements/ 里的文件写表头`,
    );
  }
  const rows: Row[] = [];
  const unreadable: ReadRows<Row>['unreadable'] = [];
  for (const { line, cells } of table.rows) {
    if (own) {
      const parsed = schema.safeParse(cells);
      if (parsed.success) rows.push(parsed.data);
      else unreadable.push({ line, reason: parsed.error.issues[0]?.message ?? '格式不对' });
      continue;
    }
    const row = theirs(cells);
    if (typeof row === 'string') unreadable.push({ line, reason: row });
    else rows.push(row);
  }
  return { rows, unreadable };
}

/** `~45.2 tok/s ± 0.3`, `7B`, `16 GiB`: a figure, with its unit or its spread. */
const FIGURE =
  /^[~≈约]? ?(\d[\d,]*(?:\.\d+)?) ?(?:(?:tok(?:en)?s?|t) ?\/ ?s(?:ec)?|b|w|tokens?|gib)?(?: ?(?:±|\+\/-) ?[\d.]+)?$/i;

/** A positive number, or nothing where the cell holds none. */
function number(cell: string | undefined): number | undefined {
  const [, figure = ''] = FIGURE.exec((cell ?? '').trim()) ?? [];
  const value = Number(figure.replaceAll(',', ''));
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

/** A count of tokens, which may be 0. */
function tokens(cell: string | undefined): number | undefined {
  if (cell === undefined || cell.trim() === '') return undefined;
  const value = Number(cell.replaceAll(',', ''));
  return Number.isFinite(value) && value >= 0 ? Math.round(value) : undefined;
}

/** What notes say of a row, in English or Chinese, in the words of our flags. */
function speedFlags(notes: string, hardware: string, engine: string): SpeedMeasurement['flags'] {
  const flags: SpeedMeasurement['flags'] = [];
  if (
    /partly on (the )?cpu|experts? (partly )?on (the )?cpu|\bHYBRID\b|offload|部分在 ?CPU/i.test(notes) ||
    /\[GPU\+CPU\]/i.test(hardware) ||
    /ktransformers/i.test(engine) ||
    (/\bngl 0\b/i.test(notes) && !/cpu/i.test(hardware))
  ) {
    flags.push('offload');
  }
  if (/speculative|EAGLE|draft model|推测解码/i.test(notes)) flags.push('speculative');
  if (/LIMITED THREADS/i.test(notes)) flags.push('limited-threads');
  return flags;
}

function throughputKind(notes: string): ThroughputKind {
  if (/PER GPU/.test(notes)) return 'per-gpu-output';
  if (/S_TG/.test(notes)) return 'generation-output';
  if (/2048 generated tokens? ?\/ ?total wall|2,?048 generated/i.test(notes)) return 'wall-2048';
  if (/\(prompt \+ generated\)/i.test(notes)) return 'prompt-and-output';
  return 'system-output';
}

/** Why a row has no speed: the cells are empty, or hold no positive number. */
function noSpeed(cells: Cells): string {
  const odd = ['decode_tok_s', 'prefill_tok_s', 'throughput_tok_s'].find((column) => cells[column]);
  return odd === undefined ? '没有速度' : `${odd}「${cells[odd]}」不是正数`;
}

function speedOf(cells: Cells): SpeedMeasurement | string {
  const { hardware, engine = '', model, quant = '', notes = '' } = cells;
  if (!model || !hardware) return '没有写模型或机器';
  const decode = number(cells['decode_tok_s']);
  const prefill = number(cells['prefill_tok_s']);
  const throughput = number(cells['throughput_tok_s']);
  if (decode === undefined && prefill === undefined && throughput === undefined) return noSpeed(cells);
  const devices = cells['n_devices'] === undefined ? 1 : number(cells['n_devices']);
  if (devices === undefined || !Number.isInteger(devices))
    return `n_devices「${cells['n_devices']}」不是正整数`;
  const concurrency = cells['concurrency'] === 'max' ? 'max' : number(cells['concurrency']);
  const row: SpeedMeasurement = {
    id: 'speed-0000',
    source: cells['source_id'] ?? '',
    sourceUrl: cells['source_url'] ?? '',
    machineName: hardware,
    devices,
    engine,
    modelName: model,
    precisionName: quant,
    date: cells['date'] ?? '',
    flags: speedFlags(notes, hardware, engine),
  };
  const optional = {
    promptTokens: tokens(cells['n_prompt']),
    generatedTokens: number(cells['n_gen']),
    contextTokens: tokens(cells['ctx']),
    concurrency,
    prefillTokensPerSecond: prefill,
    decodeTokensPerSecond: decode,
    throughputTokensPerSecond: throughput,
    throughputKind: throughput === undefined ? undefined : throughputKind(notes),
    parametersB: number(cells['params_b']),
    activeParametersB: number(cells['active_params_b']),
    modelSizeGib: number(cells['model_size_gib']),
    note: notes || undefined,
    excluded: /^(impossible|suspect)\b|; ?(impossible|suspect)\b/i.test(notes) ? notes : undefined,
  };
  return Object.assign(row, present(optional));
}

const present = <Value extends object>(value: Value): Partial<Value> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<Value>;

const SUBJECTS: Record<string, MemoryMeasurement['subject']> = {
  file: 'file',
  weights_loaded: 'weights-loaded',
  total_gpu: 'total-gpu',
  kv_cache: 'kv-cache',
  kv_cache_available: 'kv-cache-available',
  activation_peak: 'activation-peak',
  non_torch_memory: 'non-torch',
  host_ram: 'host-ram',
};

/** `GiB (printed as GB; …)` → GiB: the first word is what the figure truly is in. */
const UNIT = /^(TB|GB|MB|GiB|MiB)\b/;

function memoryOf(cells: Cells): MemoryMeasurement | string {
  const { model, quant = '', notes = '', engine = '' } = cells;
  const subject = SUBJECTS[cells['file_or_runtime'] ?? ''];
  const value = number(cells['value']);
  const [, unit] = UNIT.exec(cells['unit'] ?? '') ?? [];
  if (!model || !subject || value === undefined || !unit) return '没有写模型、项目、数值或单位';
  const flags: MemoryMeasurement['flags'] = [];
  if (/HYBRID|offload|on the CPU/i.test(`${notes} ${engine}`)) flags.push('offload');
  if (/per GPU|one of the GPUs/i.test(notes)) flags.push('per-device');
  const [, devices] = /^(\d+)x /.exec(cells['hardware'] ?? '') ?? [];
  const row: MemoryMeasurement = {
    id: 'memory-0000',
    source: cells['source_id'] ?? '',
    sourceUrl: cells['source_url'] ?? '',
    engine,
    modelName: model,
    precisionName: quant,
    subject,
    value,
    unit: unit as MemoryUnit,
    flags,
  };
  return Object.assign(
    row,
    present({
      machineName: cells['hardware'] || undefined,
      devices: devices === undefined ? undefined : Number(devices),
      contextTokens: tokens(cells['context']),
      concurrency: number(cells['concurrency']),
      note: notes || undefined,
    }),
  );
}
