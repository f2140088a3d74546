import { z } from 'zod';
import { measuredBy } from './benchmark.ts';
import { id, isoDate, positive, provenance, text } from './shared.ts';

export const quantization = z.strictObject({
  name: text,
  aliases: z.array(text).optional(),
  family: z.enum(['float', 'integer', 'gptq', 'awq', 'gguf', 'bitsandbytes', 'mlx', 'exl2', 'mlc'], {
    error: '类别只能写 float、integer、gptq、awq、gguf、bitsandbytes、mlx、exl2 或 mlc',
  }),
  /** Bits of one weight before scales and unquantized layers: no file can be smaller than parameters × this ÷ 8. */
  nominalBits: positive,
  /** Bits a weight in real files, scales and mixed layers included. */
  effectiveBits: z.strictObject({ ...provenance, value: positive }).optional(),
  note: text,
});
export type Quantization = z.infer<typeof quantization>;

/** Scores of one model at several precisions, measured by one party in one way. */
export const quantizationEffect = z.strictObject({
  ...provenance,
  title: text,
  /** Id of the model, where there is a record of it. */
  model: id.optional(),
  /** Name of what was measured. */
  measured: text,
  benchmark: text,
  measuredBy,
  engine: text.optional(),
  rows: z
    .array(
      z.strictObject({
        setup: text,
        /** Null where the provider does not say. */
        precision: id.nullable(),
        date: isoDate.optional(),
        /** In per cent. */
        results: z
          .array(
            z.strictObject({
              metric: text,
              value: z.number('要写数字').min(0, '不能小于 0').max(100, '不能大于 100'),
            }),
          )
          .min(1, '至少要有一个结果'),
        note: text.optional(),
      }),
    )
    .min(2, '至少要有两行才能比较'),
});
export type QuantizationEffect = z.infer<typeof quantizationEffect>;
