/**
 * Which record a printed name means. Only a name that a record carries (its id, name or an alias) resolves to it,
 * compared without regard to case and separators; nothing is guessed from likeness.
 */

export type NameKind = 'model' | 'machine' | 'precision';

/**
 * Why a name means no record: none carries it (`unknown`), the source does not say (`unstated`), or it is the precision
 * of the KV cache and not of the weights (`cache`).
 */
export type Unresolved = 'unknown' | 'unstated' | 'cache';

export type Resolution = { id: string } | { unresolved: Unresolved };

/** Normalized name → id of the record that carries it. */
export type NameIndex = ReadonlyMap<string, string>;

/** A record and all its names. */
export interface Named {
  id: string;
  names: readonly string[];
}

/**
 * Lower case, without spaces, hyphens, underscores, colons, slashes, commas and brackets: `Llama 3.1 8B`,
 * `llama-3.1:8b` → `llama3.1-8b`. Between two digits one hyphen stays, so that `phi-4-14b` and `phi-41-4b` differ.
 */
export function normalizeName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_\-–—:：/,，()（）[\]]+/g, '-')
    .replace(/(?<!\d)-|-(?!\d)/g, '');
}

/** The index of all names, and the names that several records claim (they stay with the first). */
export function nameIndex(records: Iterable<Named>): {
  index: NameIndex;
  clashes: { name: string; id: string; first: string }[];
} {
  const index = new Map<string, string>();
  const clashes = [];
  for (const { id, names } of records) {
    for (const name of [id, ...names]) {
      const key = normalizeName(name);
      const first = index.get(key) ?? id;
      index.set(key, first);
      if (first !== id) clashes.push({ name, id, first });
    }
  }
  return { index, clashes };
}

const withoutRemarks = (text: string) => text.replace(/\s*[(（[][^)）\]]*[)）\]]/g, '').trim();

/** Formats and precisions that file and repository names carry at their end. */
const FORMAT_TAIL = new RegExp(
  `[-_.:](${[
    ...['gguf', 'mlx', 'ud', 'i1', 'latest', 'autoround', 'awq', 'gptq', 'dynamic'],
    ...['f16', 'fp16', 'bf16', 'fp8', 'mxfp4', 'mxfp8', 'nvfp4', 'int4', 'int8', '\\d+bit'],
    'i?q\\d(_[a-z0-9]+)*',
  ].join('|')})$`,
  'i',
);

function withoutFormats(text: string): string {
  const shorter = text.replace(FORMAT_TAIL, '');
  return shorter === text ? text : withoutFormats(shorter);
}

/** `owner/name` of a repository, or `owner_name` of a file made from one. */
const withoutOwner = (text: string) => text.replace(/^(hf\.co\/)?[^/_]+[/_]/, '');

/** Words that drivers and tools put around the name of a machine. */
const MACHINE_WORDS = new RegExp(
  [
    '\\((r|tm)\\)|[®™]',
    '\\b(nvidia|geforce|tesla|quadro(?= rtx a)|amd|ati|radeon(?=\\s*\\(?(rx|pro|ai|w\\d|vii))|intel)\\b',
    '\\b(graphics|gpu|cpu|processor|generation|laptop(?= laptop))\\b',
  ].join('|'),
  'gi',
);
const MEMORY_SIZE = /[\s,-]*\b\d+(\.\d+)?\s?(gb|gib|g)\b/gi;
const GPU_CORES = /\(?\b\d+[- ]core( gpu)?\b\)?|\(\d+ gpu cores?\)/gi;
/** `[CPU]`, `[CPU cores, no GPU]`: which part of the machine did the work; `(RADV GFX1100)`: its driver. */
const WORKER = /\[[^\]]*\]|\((?:radv|vulkan|cuda|metal|rocm)[^)]*\)|\b\d+-core processor\b|\b\d+th gen\b/gi;
/** `Pi CM5 - 16GB (Nvidia RTX 4090)`: the host, and the graphics card that does the work. */
const CARD_IN_BRACKETS = /\(((?:nvidia|amd|intel arc)[^)]*)\)/i;

/** `2x RTX 3090 NVLink`, `8×H20`: how many there are, and what connects them. */
const COUNT = /^(\d{1,2}) ?[x×*] ?(?=[a-z昇])/i;
const LINK = /\s*[(（]?\b(nvlink|nvswitch|pcie \d\.0|sli|p2p)\b( bridge)?[)）]?\s*$/i;
/** A maker's number alone: `4090`, `3080 Ti`, `A6000`. */
const BARE_NUMBER = /^(a[2456]000|[2-5]0[5-9]0( ti| super| ti super)?)$/i;

/** The chip within the name of a computer: `Mac Studio (M2 Ultra, 192GB)`, or alone. */
const APPLE_CHIP = /\bM\d(?: (?:Pro|Max|Ultra))?\b/i;
const MADE_BY_APPLE = /\bapple\b|\bi?mac|^M\d(?: (?:Pro|Max|Ultra))?(?: \d+ ?GB)?$/i;

/** How many devices the name of a machine tells, 1 where it tells none. */
export function devicesInName(text: string): number {
  return Number(COUNT.exec(text)?.[1] ?? 1);
}

/** A machine's name without what tools add to it: makers' words, then the memory size, then the number of cores. */
function machineCandidates(text: string): string[] {
  const card = CARD_IN_BRACKETS.exec(text)?.[1];
  const one = text.replace(COUNT, '').replace(LINK, '');
  const names = [text, ...(card === undefined ? [] : [card]), ...(one === text ? [] : [one])];
  const chip = APPLE_CHIP.exec(text);
  if (chip && MADE_BY_APPLE.test(text)) names.push(`Apple ${chip[0]}`);
  const strix = /ryzen ai max\+?(?: pro)? ?(\d{3})/i.exec(text)?.[1];
  if (strix !== undefined) names.push(`Ryzen AI Max+ ${strix}`, `Ryzen AI Max+ ${strix} 128GB`);
  if (BARE_NUMBER.test(one.replace(MEMORY_SIZE, '').trim())) names.push(`RTX ${one}`);
  names.push(text.replace(/^(amd|nvidia|intel) /i, ''));
  return names.flatMap((name) => {
    const plain = name.replace(MACHINE_WORDS, ' ').replace(/^(apple )?(m\d) (?=\2)/i, '$1');
    const bare = plain.replace(WORKER, ' ').replace(GPU_CORES, ' ');
    return [
      name,
      plain,
      bare,
      name.replace(MEMORY_SIZE, ''),
      plain.replace(MEMORY_SIZE, ''),
      bare.replace(MEMORY_SIZE, ''),
    ];
  });
}

/**
 * What a name may be looked up as, the fullest first. A remark in brackets after a machine often names another one, so
 * it is only dropped where it says the number of cores.
 */
function candidates(kind: NameKind, text: string): string[] {
  if (kind === 'machine') return machineCandidates(text);
  const plain = withoutRemarks(text);
  if (kind === 'precision') return [text, plain];
  const name = withoutFormats(plain);
  return [text, plain, name, withoutOwner(plain), withoutOwner(name)];
}

/** The record that a printed name means, or why none can be told. */
export function resolveName(kind: NameKind, text: string, index: NameIndex): Resolution {
  if (kind === 'precision') {
    if (text.includes('未注明')) return { unresolved: 'unstated' };
    if (/^KV? /.test(text)) return { unresolved: 'cache' };
  }
  for (const candidate of candidates(kind, text)) {
    const id = index.get(normalizeName(candidate));
    if (id !== undefined) return { id };
  }
  return { unresolved: 'unknown' };
}

const tokensOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z0-9.]+/)
    .filter((token) => token !== '');
/** What a maker puts after the size: the same weights, trained further. */
const VARIANT = /^(instruct|it|chat|base|pt|thinking|preview|hf|v\d[\d.]*|2\d{3})$/;
const SIZE_TOKEN = /^((\d+x)?\d+(\.\d+)?[bm]|a\d+(\.\d+)?b)$/;
/** Words of models that have other layers or experts than the one they are named after. */
const REBUILT =
  /^(reap|pruned?|minitron|draft|eagle\d?|mtp|upscaled|frankenmerge|embedding|reranker|vl|omni|\d+x\d+b)$/;

/** Names up to the size, in words, → id: what a fine-tune carries within its own name. */
export function baseNames(records: Iterable<Named>): ReadonlyMap<string, string> {
  const bases = new Map<string, string>();
  for (const { id, names } of records) {
    for (const name of names) {
      const words = tokensOf(name);
      while (words.length > 0 && VARIANT.test(words.at(-1)!)) words.pop();
      const key = words.join(' ');
      if (words.length > 1 && SIZE_TOKEN.test(words.at(-1)!) && !bases.has(key)) bases.set(key, id);
    }
  }
  return bases;
}

/**
 * The record whose name, up to its size, stands word for word within another: `Huihui-Qwen3.5-9B-abliterated` →
 * Qwen3.5-9B; the longest where several do. Null where a word says that the model was rebuilt. For arithmetic only.
 */
export function baseInName(text: string, bases: ReadonlyMap<string, string>): string | null {
  const words = tokensOf(text);
  if (words.some((word) => REBUILT.test(word))) return null;
  for (let length = Math.min(words.length, 8); length > 1; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const id = bases.get(words.slice(start, start + length).join(' '));
      const next = words[start + length] ?? '';
      if (id !== undefined && !SIZE_TOKEN.test(next)) return id;
    }
  }
  return null;
}

/** Engines by the word their printed names begin with; the longer before the shorter. */
const ENGINES: readonly [RegExp, string][] = [
  [/^ik_llama\.cpp/i, 'ik_llama.cpp'],
  [/^llama\.cpp or ollama|^ollama\/llama\.cpp/i, 'llama.cpp 或 Ollama'],
  [/^llama\.?cpp|^llama-cpp-python/i, 'llama.cpp'],
  [/^ollama/i, 'Ollama'],
  [/^(localscore \()?llamafile/i, 'llamafile'],
  [/^vllm/i, 'vLLM'],
  [/^sglang/i, 'SGLang'],
  [/^tensorrt-llm/i, 'TensorRT-LLM'],
  [/^lmdeploy/i, 'LMDeploy'],
  [/^mlc[- ]llm/i, 'MLC LLM'],
  [/^mlx/i, 'MLX'],
  [/^exllamav2/i, 'ExLlamaV2'],
  [/^exllama/i, 'ExLlama'],
  [/^ktransformers/i, 'KTransformers'],
  [/^transformers/i, 'Transformers'],
  [/^lm ?studio/i, 'LM Studio'],
  [/^gguf/i, 'GGUF 文件'],
];

/** The engine without version, back end and build: `llama.cpp b9775 / be4a6a63e cuda` → `llama.cpp`. */
export function engineFamily(engine: string): string {
  return ENGINES.find(([pattern]) => pattern.test(engine))?.[1] ?? engine;
}
