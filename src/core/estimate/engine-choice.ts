import { CACHE_BITS } from './cache.ts';
import type { CachePrecision } from './cache.ts';
import { SERVERS, SPEED_ENGINES } from './engines.ts';
import type { SpeedEngine } from './engines.ts';
import type { EstimatorMachine, EstimatorPrecision } from './estimate.ts';

type Weights = Pick<EstimatorPrecision, 'id' | 'family'>;
type Where = Pick<EstimatorMachine, 'class' | 'memory'>;

const ENGINES = Object.keys(SPEED_ENGINES) as SpeedEngine[];

/** The first is what one would take. */
const READERS: Readonly<Record<string, readonly SpeedEngine[]>> = {
  gguf: ['llama.cpp', 'vllm'],
  mlx: ['mlx'],
  exl2: ['exllama'],
  mlc: ['lmdeploy'],
  awq: ['vllm', 'sglang', 'lmdeploy', 'tensorrt-llm', 'transformers'],
  gptq: ['vllm', 'sglang', 'lmdeploy', 'tensorrt-llm', 'exllama', 'transformers'],
  integer: ['vllm', 'sglang', 'lmdeploy', 'tensorrt-llm', 'transformers'],
  bitsandbytes: ['transformers', 'vllm'],
};
/** Stored as they were trained: every engine reads them, from a file of its own kind. */
const PLAIN = ['bf16', 'fp16', 'f32'];
const PLAIN_READERS: readonly SpeedEngine[] = [
  'vllm',
  'sglang',
  'lmdeploy',
  'tensorrt-llm',
  'transformers',
  'llama.cpp',
  'mlx',
];
const NARROW_READERS: readonly SpeedEngine[] = ['vllm', 'sglang', 'lmdeploy', 'tensorrt-llm', 'transformers'];

/** Engines that read weights of a precision on a machine; the first is the one to take where the reader names none. */
export function enginesFor(precision: Weights, machine: Where): SpeedEngine[] {
  const apple = machine.class.startsWith('apple');
  const onCpu = machine.memory.kind === 'ram';
  const here = ENGINES.filter((engine) => {
    if (engine === 'mlx') return apple;
    if (engine === 'tensorrt-llm') return machine.class.startsWith('nvidia');
    if (engine === 'exllama') return machine.memory.kind === 'gpu';
    return !((apple || onCpu) && SERVERS.includes(engine));
  });
  const plain = PLAIN.includes(precision.id);
  const readers = plain ? PLAIN_READERS : (READERS[precision.family] ?? mxfp4(precision.id));
  const ordered = plain && (apple || onCpu) ? [...readers].reverse() : readers;
  return ordered.filter((engine) => here.includes(engine));
}

/** MXFP4 files exist for llama.cpp too. */
const mxfp4 = (id: string) => (id === 'mxfp4' ? [...NARROW_READERS, 'llama.cpp' as const] : NARROW_READERS);

/**
 * The engine that runs a precision on a machine: the one asked for if it reads it there, else the first that does. Null
 * where none does: MLX weights on a graphics card.
 */
export function engineFor(
  precision: Weights,
  machine: Where,
  asked: SpeedEngine | null = null,
): SpeedEngine | null {
  const readers = enginesFor(precision, machine);
  return readers.find((engine) => engine === asked) ?? readers[0] ?? null;
}

/** Precisions of the KV cache that an engine offers; the first is its default. */
export function cachePrecisionsOf(engine: SpeedEngine): readonly CachePrecision[] {
  if (SERVERS.includes(engine)) return ['f16', 'fp8'];
  if (engine === 'llama.cpp') return ['f16', 'q8_0', 'q5_1', 'q5_0', 'q4_1', 'q4_0', 'iq4_nl'];
  if (engine === 'exllama') return ['f16', 'q8_0', 'q6_0', 'q4_0'];
  return ['f16', 'q8_0', 'q4_0'];
}

/** The cache precision of some eight bits that an engine offers. */
export function eightBitCache(engine: SpeedEngine): CachePrecision {
  return SERVERS.includes(engine) ? 'fp8' : 'q8_0';
}

/** The cache precision that an engine takes for the one asked for: its own of some eight bits, or sixteen. */
export function cacheFor(asked: CachePrecision, engine: SpeedEngine): CachePrecision {
  if (cachePrecisionsOf(engine).includes(asked)) return asked;
  const bits = CACHE_BITS[asked];
  return bits >= 8 && bits < 16 ? eightBitCache(engine) : 'f16';
}
