/** Engines for which speed constants are fitted; names without version or back end lead to them. */
export const SPEED_ENGINES = {
  'llama.cpp': 'llama.cpp、Ollama、LM Studio',
  mlx: 'MLX',
  exllama: 'ExLlama',
  transformers: 'Transformers',
  vllm: 'vLLM',
  sglang: 'SGLang',
  'tensorrt-llm': 'TensorRT-LLM',
  lmdeploy: 'LMDeploy、MLC LLM',
} as const;
export type SpeedEngine = keyof typeof SPEED_ENGINES;

/** Built for many users at once, with tensor parallel; they share what is known of few rows. */
export const SERVERS: readonly SpeedEngine[] = ['vllm', 'sglang', 'tensorrt-llm', 'lmdeploy'];

const PATTERNS: readonly [RegExp, SpeedEngine][] = [
  [/sglang/i, 'sglang'],
  [/tensorrt|trt-?llm/i, 'tensorrt-llm'],
  [/lmdeploy|mlc/i, 'lmdeploy'],
  [/vllm|llm-awq|fastllm|aphrodite|\btgi\b|text-generation-inference/i, 'vllm'],
  [/mlx/i, 'mlx'],
  [/exllama|tabbyapi/i, 'exllama'],
  [/transformers|huggingface|pytorch/i, 'transformers'],
];

/** The engine whose constants a printed name means; llama.cpp, which most others are built on, where none matches. */
export function speedEngine(name: string): SpeedEngine {
  return PATTERNS.find(([pattern]) => pattern.test(name))?.[1] ?? 'llama.cpp';
}

/** How an engine shares a model among several devices: whole layers each, or a part of every layer each. */
export function splitOf(engine: SpeedEngine, name = ''): 'layers' | 'tensor' {
  if (/layer split/i.test(name)) return 'layers';
  return SERVERS.includes(engine) ? 'tensor' : 'layers';
}
