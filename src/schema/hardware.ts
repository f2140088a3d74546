import { z } from 'zod';
import { looseDate } from './loose-date.ts';
import { count, currency, id, positive, provenance, text } from './shared.ts';

/** Arithmetic formats. Matrix figures are dense ones: marketing figures with sparsity stay out. */
export const COMPUTE_KINDS = [
  ...(['fp16-tensor', 'bf16-tensor', 'fp16-shader'] as const),
  ...(['fp32', 'int8', 'fp8', 'fp4'] as const),
] as const;
export type ComputeKind = (typeof COMPUTE_KINDS)[number];

const computeKind = z.enum(COMPUTE_KINDS, { error: `算力类型只能写 ${COMPUTE_KINDS.join('、')}` });

/** Field of a machine → the unit its figures are in. */
export const CONFLICT_UNITS = {
  memory: 'GB',
  bandwidth: 'GB/s',
  power: 'W',
  'fp16-tensor': 'TFLOPS',
  'bf16-tensor': 'TFLOPS',
  'fp16-shader': 'TFLOPS',
  fp32: 'TFLOPS',
  int8: 'TOPS',
  fp8: 'TFLOPS',
  fp4: 'TFLOPS',
} as const;
export type ConflictField = keyof typeof CONFLICT_UNITS;

/** A figure on which sources disagree: all of them are shown, none is chosen or averaged. */
const conflict = z.strictObject({
  field: z.enum(Object.keys(CONFLICT_UNITS) as ConflictField[], {
    error: `字段只能写 ${Object.keys(CONFLICT_UNITS).join('、')}`,
  }),
  unit: z.enum(['GB', 'GB/s', 'W', 'TFLOPS', 'TOPS'], {
    error: '单位只能写 GB、GB/s、W、TFLOPS 或 TOPS',
  }),
  values: z.array(
    z.strictObject({ ...provenance, value: positive, valueHigh: positive.optional(), note: text.optional() }),
  ),
});
export type HardwareConflict = z.infer<typeof conflict>;

const memory = z
  .strictObject({
    ...provenance,
    /** The vendor's label. */
    gb: positive.optional(),
    /** The sizes it is sold in, where there are several. */
    optionsGb: z.array(positive).min(2, '只有一种容量就写 gb').optional(),
    /** What the driver reports, GiB = 2³⁰ bytes. */
    reportedGib: positive.optional(),
    note: text.optional(),
  })
  .refine(({ gb, optionsGb }) => (gb === undefined) !== (optionsGb === undefined), {
    error: '写 gb（一种容量）或 optionsGb（几种容量），只写一个',
    path: ['gb'],
  });

const price = z.strictObject({
  ...provenance,
  /** For `devices` of it; the lower end of a range where `amountHigh` is given. */
  amount: positive,
  amountHigh: positive.optional(),
  currency: z.enum([...currency.options, 'EUR'], { error: '币种只能写 CNY、USD 或 EUR' }),
  kind: z.enum(['launch', 'list', 'street', 'used', 'estimate', 'claim'], {
    error:
      '价格类型只能写 launch（首发价）、list（标价）、street（市场价）、used（二手）、estimate（估计）或 claim（指南原值）',
  }),
  /** How many of the machine the price buys; one where absent. */
  devices: count.optional(),
  date: looseDate.optional(),
  note: text.optional(),
});
export type HardwarePrice = z.infer<typeof price>;

export const hardware = z.strictObject({
  name: text,
  /** Other names of this very machine, in measurements and in use. */
  aliases: z.array(text).optional(),
  kind: z.enum(['gpu', 'cpu', 'apu', 'npu', 'system'], {
    error: '硬件类型只能写 gpu、cpu、apu（统一内存）、npu 或 system（整机）',
  }),
  memory: memory.optional(),
  /** Theoretical peak, GB = 10⁹ bytes. */
  bandwidth: z.strictObject({ ...provenance, gbPerSecond: positive, basis: text.optional() }).optional(),
  bandwidthMeasured: z
    .strictObject({ ...provenance, gbPerSecond: positive, basis: text.optional() })
    .optional(),
  /** Part of the unified memory that the GPU may use. */
  usableGpuMemory: z
    .strictObject({ ...provenance, fraction: positive.max(1, '写 0 到 1 的小数') })
    .optional(),
  /** Channels of all sockets together, and the memory they run. */
  memoryLayout: z
    .strictObject({ ...provenance, channels: count.optional(), type: text.optional() })
    .optional(),
  /** Tera-operations a second. */
  compute: z
    .array(z.strictObject({ ...provenance, kind: computeKind, teraOps: positive, note: text.optional() }))
    .min(1, '没有就删去 compute')
    .optional(),
  power: z.strictObject({ ...provenance, tdpWatts: positive, note: text.optional() }).optional(),
  /** Peak of the whole machine at the wall under load. */
  powerMeasured: z
    .strictObject({ ...provenance, lowWatts: positive, highWatts: positive, note: text.optional() })
    .optional(),
  /** Cores and threads of all sockets together. */
  cpu: z
    .strictObject({
      ...provenance,
      sockets: count,
      cores: count.optional(),
      threads: count.optional(),
      /** For a family of processors: which members have how many cores. */
      coresTypical: text.optional(),
      baseGhz: positive.optional(),
      maxMemoryGbPerSocket: count.optional(),
    })
    .optional(),
  interconnect: z.strictObject({ ...provenance, text }).optional(),
  releaseDate: z.strictObject({ ...provenance, date: text }).optional(),
  prices: z.array(price).min(1, '没有就删去 prices').optional(),
  /** On sale in mainland China or not, in what form. */
  availability: z.strictObject({ ...provenance, text }).optional(),
  /** Which engines run on it. */
  software: z
    .array(
      z.strictObject({
        ...provenance,
        engine: text,
        status: z.enum(['yes', 'limited', 'no', 'unlisted'], {
          error: '支持程度只能写 yes（支持）、limited（有条件）、no（不支持）或 unlisted（清单里没有）',
        }),
        text,
      }),
    )
    .min(1, '没有就删去 software')
    .optional(),
  conflicts: z.array(conflict).min(1, '没有就删去 conflicts').optional(),
  /** Further sources that describe the machine. */
  sources: z.array(id).min(1, '没有就删去 sources').optional(),
  /** True where the figures are not fit for an estimate; `note` says why. */
  notForEstimates: z.boolean('只能写 true 或 false').optional(),
  note: text.optional(),
});
export type Hardware = z.infer<typeof hardware>;
