import { z } from 'zod';
import { count, currency, isoDate, positive, provenance, text } from './shared.ts';

export const hardware = z.strictObject({
  name: text,
  aliases: z.array(text).optional(),
  kind: z.enum(['gpu', 'cpu', 'apu', 'npu', 'system'], {
    error: '硬件类型只能写 gpu、cpu、apu（统一内存）、npu 或 system（整机）',
  }),
  memory: z.strictObject({ ...provenance, gb: positive, note: text.optional() }).optional(),
  /** Theoretical peak, GB = 10⁹ bytes. */
  bandwidth: z.strictObject({ ...provenance, gbPerSecond: positive, basis: text.optional() }).optional(),
  compute: z
    .strictObject({
      ...provenance,
      fp16TensorTflops: positive.optional(),
      fp16ShaderTflops: positive.optional(),
    })
    .optional(),
  power: z.strictObject({ ...provenance, tdpWatts: positive }).optional(),
  cpu: z
    .strictObject({
      ...provenance,
      sockets: count,
      cores: count,
      threads: count,
      baseGhz: positive.optional(),
      memoryChannels: count.optional(),
      memoryType: text.optional(),
    })
    .optional(),
  releaseDate: z.strictObject({ ...provenance, date: text }).optional(),
  prices: z
    .array(
      z.strictObject({
        ...provenance,
        amount: positive,
        currency,
        kind: z.enum(['launch', 'street', 'claim'], {
          error: '价格类型只能写 launch（首发价）、street（市场价）或 claim（指南原值）',
        }),
        date: isoDate,
      }),
    )
    .optional(),
  note: text.optional(),
});
export type Hardware = z.infer<typeof hardware>;
