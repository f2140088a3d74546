import type { PrecisionBits } from './weights.ts';

const same = (bits: number): PrecisionBits => ({ body: bits, output: bits, input: bits });
/** Weights of the layers packed, embedding and output projection left at 16 bits. */
const layersOnly = (bits: number): PrecisionBits => ({ body: bits, output: 16, input: 16 });

/** llama.cpp keeps the output projection (and an embedding tied to it) in Q6_K: 210 bytes for 256 weights. */
export const GGUF_OUTPUT_BITS = 6.5625;

/**
 * Bits that a format itself sets: the weight, and its share of the scale and zero point of its group. AWQ: a
 * 16-bit scale and a 4-bit zero point for 128 weights; GPTQ: as much as a second scale more, as its files show; MLX: 16-bit scale and bias for 64; MXFP4: an
 * 8-bit scale for 32; NVFP4: for 16; Q8_0: a 16-bit scale for 32; bitsandbytes: a 32-bit one for 64.
 */
const FORMATS: Readonly<Record<string, PrecisionBits>> = {
  f32: same(32),
  fp16: same(16),
  bf16: same(16),
  fp8: layersOnly(8),
  int8: layersOnly(8),
  'w8a8-int8': layersOnly(8),
  mxfp8: layersOnly(8 + 8 / 32),
  mxfp4: { body: 4 + 8 / 32, output: 8.5, input: 8.5 },
  nvfp4: layersOnly(4 + 8 / 16),
  fp4: layersOnly(4 + 8 / 16),
  int4: layersOnly(4 + 20 / 128),
  'gptq-int4': layersOnly(4 + 32 / 128),
  'awq-int4': layersOnly(4 + 20 / 128),
  'autoround-int4': layersOnly(4 + 20 / 128),
  'gptq-int8': layersOnly(8 + 32 / 128),
  'bitsandbytes-nf4': layersOnly(4 + 32 / 64),
  'mlx-4bit': same(4 + 32 / 64),
  'mlx-6bit': same(6 + 32 / 64),
  'mlx-8bit': same(8 + 32 / 64),
  'mlc-q4f16-1': same(4 + 16 / 32),
  'exl2-2.5bpw': { body: 2.5, output: 6, input: 16 },
  'exl2-3.0bpw': { body: 3, output: 6, input: 16 },
  'exl2-4.0bpw': { body: 4, output: 6, input: 16 },
  'exl2-5.0bpw': { body: 5, output: 6, input: 16 },
  'q8-0': same(8.5),
};

/** Bits of the layers in a GGUF type, fitted on the sizes of files, by id of the precision. */
export type GgufBits = Readonly<Record<string, { bits: number; rows: number }>>;

/** Bits of a precision by the id of its record; null where neither its format nor files tell. */
export function precisionBits(id: string, gguf: GgufBits): PrecisionBits | null {
  const fixed = FORMATS[id];
  if (fixed) return fixed;
  const fitted = gguf[id] ?? gguf[id.replace(/^ud-/, '')];
  return fitted ? { body: fitted.bits, output: GGUF_OUTPUT_BITS, input: fitted.bits } : null;
}

const BITS_IN_NAME = /(?:^|[^a-z0-9])(?:ud-)?(?:i?q|w|int|fp|mq)([2-8])(?![0-9])|(?:^|\D)([2-8])-?bit/i;
/** What scales and more precise layers add to the width that the name of a format states. */
const OVERHEAD_BITS = 0.6;

/** `EXL3 4.0bpw`, `6.5 bpw`: bits of all but the output projection. */
const BITS_STATED = /(\d(?:\.\d+)?) ?bpw/i;
/** Four bits unless a name says otherwise: `AWQ-Marlin`, `GPTQ`, `bnb-nf4`. */
const FOUR_BITS = /awq|gptq|autoround|nf4|marlin/i;
/** Three values a weight, 1.6 bits and a scale for 256, and two bits. */
const TERNARY: Readonly<Record<string, number>> = { tq1_0: 1.6875, tq2_0: 2.0625 };

/** Bits of a precision of which only the name is known, `Q4 (exact type not stated)`; null where it tells none. */
export function bitsInName(name: string): PrecisionBits | null {
  const ternary = TERNARY[name.toLowerCase()];
  const stated = ternary ?? Number(BITS_STATED.exec(name)?.[1]);
  if (stated > 0) return { body: stated, output: GGUF_OUTPUT_BITS, input: ternary ?? 16 };
  const [, first, second] = BITS_IN_NAME.exec(name) ?? [];
  const width = Number(first ?? second);
  if (Number.isFinite(width)) {
    return { body: width + OVERHEAD_BITS, output: GGUF_OUTPUT_BITS, input: width + OVERHEAD_BITS };
  }
  return FOUR_BITS.test(name) ? layersOnly(4 + 20 / 128) : null;
}
