import { z } from 'zod';
import { positive, provenance, text } from './shared.ts';

export const quantization = z.strictObject({
  name: text,
  aliases: z.array(text).optional(),
  family: z.enum(['float', 'integer', 'gptq', 'awq', 'gguf', 'bitsandbytes'], {
    error: '类别只能写 float、integer、gptq、awq、gguf 或 bitsandbytes',
  }),
  /** Bits of one weight before scales and unquantized layers: no file can be smaller than parameters × this ÷ 8. */
  nominalBits: positive,
  /** Bits a weight in real files, scales and mixed layers included. */
  effectiveBits: z.strictObject({ ...provenance, value: positive }).optional(),
  note: text,
});
export type Quantization = z.infer<typeof quantization>;
