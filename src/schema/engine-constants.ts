import { z } from 'zod';
import { count, countOrZero, id, positive, provenance, text } from './shared.ts';

/**
 * What `npm run fit` found for one engine: constants of the speed model for each class of machines, factors of single
 * machines, widths of the ranges, bits of GGUF types. The file name is the engine's id in `src/core/estimate/engines.ts`.
 * Not edited by hand: a test fits anew and compares.
 */

const rows = z.strictObject({ decode: countOrZero, prefill: countOrZero, throughput: countOrZero });

const constants = z.strictObject({
  efficiency: positive,
  fourBit: positive,
  lowBit: positive,
  unpack: positive,
  mixture: positive,
  cache: positive,
  layerMicroseconds: positive,
  mixtureLayerMicroseconds: positive,
  handoverMicroseconds: positive,
  reduceMicroseconds: positive,
  prefill: positive,
  prefillMixture: positive,
  attention: positive,
  prefillDevices: positive,
  batchPrefill: positive,
  batch: positive,
  requestMicroseconds: positive,
  batchMixture: positive,
  batchTensor: positive,
});

/** Factor between the typical value and the ends of the range, by what is known of the machine. */
const spread = z.strictObject({
  /** Rows of this engine on the very machine were fitted. */
  machine: positive.min(1, '至少是 1'),
  /** Rows of this engine on machines of the class were. */
  class: positive.min(1, '至少是 1'),
});

const quantity = z.enum(['decode', 'prefill', 'throughput'], {
  error: '量只能写 decode、prefill 或 throughput',
});

export const engineConstants = z.strictObject({
  name: text,
  /** The measurements it was fitted on. */
  ...provenance,
  groups: z.array(
    z.strictObject({
      /** Null: machines of any class. */
      class: id.nullable(),
      /** On how many measured rows, and on how many machines, the constants were fitted. */
      rows,
      machines: countOrZero,
      constants,
      spread: z.strictObject({ decode: spread, prefill: spread, throughput: spread }),
    }),
  ),
  machines: z.array(
    z.strictObject({ hardware: id, quantity, factor: positive, rows: count, sources: count }),
  ),
  /** Bits of a weight of the layers by GGUF type, fitted on so many files. */
  gguf: z.array(z.strictObject({ precision: id, bits: positive, rows: count })).optional(),
});
export type EngineConstants = z.infer<typeof engineConstants>;
