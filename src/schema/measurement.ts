import { z } from 'zod';
import { count, id, inCalendar, nonNegative, NOT_IN_CALENDAR, positive, text, url } from './shared.ts';

/**
 * Measured speed and memory: `content/data/measurements/speed.csv` and `memory.csv`, one row a figure as its source
 * prints it. Every cell arrives as text, an empty one as nothing. Names of machines, models and precisions stay as
 * printed; which records they mean is found through the aliases of those records.
 */

const cell = z.string('不能空着');
const decimal = cell.regex(/^\d+(\.\d+)?$/, '写数字，不写单位、逗号和正负号').transform(Number);
const integer = cell.regex(/^\d+$/, '写整数，不写单位、逗号和正负号').transform(Number);

const positiveCell = decimal.pipe(positive);
const countCell = integer.pipe(count);
const tokensCell = integer.pipe(nonNegative);

const rowId = (kind: string) =>
  cell.regex(new RegExp(`^${kind}-\\d{4}$`), `编号写成 ${kind}- 加四位数字，接着最后一行往下编`);

/** A day, a month, a year, or two years where the source says no more. */
const when = cell
  .regex(
    /^\d{4}(-\d{4}|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    '写成 2026-11-22、2026-11、2026 或 2025-2026',
  )
  .refine(inCalendar, NOT_IN_CALENDAR)
  .refine((value) => {
    const [, from, to] = /^(\d{4})-(\d{4})$/.exec(value) ?? [];
    return from === undefined || from < to!;
  }, '后一年要晚于前一年');

export const SPEED_FLAGS = [
  /** Faster than the bandwidth allows for the size named: a figure is wrong, or not all of the weights are read. */
  'above-ceiling',
  /** Part of the weights lies outside the device named. */
  'offload',
  /** Fewer threads than the machine has were used on purpose. */
  'limited-threads',
  /** A draft model or extra heads guess several tokens ahead. */
  'speculative',
  /** Sent in by users, not checked by the site that shows it. */
  'user-submitted',
] as const;

export const MEMORY_FLAGS = [
  /** Smaller than the weights alone: the source is wrong somewhere. */
  'below-weights',
  'offload',
  /** The figure is that of one of several devices. */
  'per-device',
] as const;

/** Words of a list, separated by spaces. */
const flags = <const Known extends readonly string[]>(known: Known) =>
  z
    .string()
    .default('')
    .transform((words) => words.split(' ').filter((word) => word !== ''))
    .pipe(z.array(z.enum(known, { error: `标记只能写 ${known.join('、')}，多个用空格隔开` })));

const shared = {
  source: id,
  /** The very page, where `source` names a whole site or repository. */
  sourceUrl: cell.pipe(url),
  /** Where on that page, when it has no address of its own. */
  sourceDetail: text.optional(),
  engine: text,
  modelName: text,
  precisionName: text,
  /** Why the figure cannot be true; such a row stays on record and is never shown as a fact. */
  excluded: text.optional(),
  note: text.optional(),
};

export const THROUGHPUT_KINDS = [
  'system-output',
  'generation-output',
  'per-gpu-output',
  'wall-2048',
  'prompt-and-output',
] as const;

/**
 * What `throughputTokensPerSecond` counts: output tokens of the whole system (`system-output`); the same while all
 * requests generate, prefill left out (`generation-output`); output tokens divided by the number of devices (`per-gpu-output`: multiply by `devices` for the system); 2,048 generated tokens ÷ wall time,
 * prefill included (`wall-2048`); prompt and generated tokens together ÷ time (`prompt-and-output`). The five are
 * never compared with each other.
 */
export const throughputKind = z.enum(THROUGHPUT_KINDS, {
  error: `吞吐口径只能写 ${THROUGHPUT_KINDS.join('、')}`,
});
export type ThroughputKind = z.infer<typeof throughputKind>;

export const speedMeasurement = z
  .strictObject({
    id: rowId('speed'),
    ...shared,
    machineName: text,
    devices: countCell,
    promptTokens: tokensCell.optional(),
    /** Per request; sources that average several requests print fractions. */
    generatedTokens: positiveCell.optional(),
    /** Tokens in the context when generation began; 0 where generation was tested from an empty one. */
    contextTokens: tokensCell.optional(),
    /** Requests at a time; `max` where the source says only that the system was full. */
    concurrency: z
      .union([z.literal('max'), countCell], { error: '写并发请求数；只说满载时写 max' })
      .optional(),
    prefillTokensPerSecond: positiveCell.optional(),
    decodeTokensPerSecond: positiveCell.optional(),
    throughputTokensPerSecond: positiveCell.optional(),
    throughputKind: throughputKind.optional(),
    date: when,
    /** Size of the model after the log, card or name: a note beside the figure, not measured. */
    parametersB: positiveCell.optional(),
    activeParametersB: positiveCell.optional(),
    modelSizeGib: positiveCell.optional(),
    powerWatts: positiveCell.optional(),
    flags: flags(SPEED_FLAGS),
  })
  .refine((row) => (row.throughputTokensPerSecond === undefined) === (row.throughputKind === undefined), {
    path: ['throughputKind'],
    error: '有吞吐就写口径，没有吞吐就两格都空着',
  })
  .refine((row) => row.prefillTokensPerSecond ?? row.decodeTokensPerSecond ?? row.throughputTokensPerSecond, {
    path: ['decodeTokensPerSecond'],
    error: '预填充、生成、吞吐三格至少写一格',
  });
export type SpeedMeasurement = z.infer<typeof speedMeasurement>;

export const MEMORY_SUBJECTS = [
  'file',
  'weights-loaded',
  'total-gpu',
  'kv-cache',
  'kv-cache-available',
  'activation-peak',
  'non-torch',
  'host-ram',
] as const;

const UNITS = ['TB', 'GB', 'MB', 'GiB', 'MiB'] as const;

export const memoryMeasurement = z.strictObject({
  id: rowId('memory'),
  ...shared,
  machineName: text.optional(),
  devices: countCell.optional(),
  /** What takes the memory. */
  subject: z.enum(MEMORY_SUBJECTS, { error: `内存项目只能写 ${MEMORY_SUBJECTS.join('、')}` }),
  contextTokens: tokensCell.optional(),
  concurrency: countCell.optional(),
  value: positiveCell,
  /** What the figure truly is in: TB = 10¹² bytes, GB = 10⁹, GiB = 2³⁰. */
  unit: z.enum(UNITS, { error: `单位只能写 ${UNITS.join('、')}` }),
  /** What the source prints instead, where it says GB of what arithmetic shows to be GiB. */
  printedUnit: z.enum(UNITS, { error: `单位只能写 ${UNITS.join('、')}；与 unit 相同就空着` }).optional(),
  date: when.optional(),
  flags: flags(MEMORY_FLAGS),
});
export type MemoryMeasurement = z.infer<typeof memoryMeasurement>;
export type MemoryUnit = MemoryMeasurement['unit'];
