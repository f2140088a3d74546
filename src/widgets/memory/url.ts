import { CACHE_BITS } from '../../core/estimate/cache.ts';
import type { CachePrecision } from '../../core/estimate/cache.ts';
import { SPEED_ENGINES } from '../../core/estimate/engines.ts';
import type { SpeedEngine } from '../../core/estimate/engines.ts';
import type { MachineMemory } from '../../core/estimate/fit.ts';
import { MOST_USERS } from '../../core/estimate/fit.ts';
import { codec } from '../../url/codec.ts';
import type { Codec, Ignored, Param, Words } from '../../url/codec.ts';
import { choiceParam, numberParam, optionalChoiceParam, optionalNumberParam } from '../../url/params.ts';

/** The word in a link for a machine that is described instead of taken from a record. */
export const OWN = 'own';

export const VIEWS = ['prec', 'models'] as const;
export const SORTS = ['size', 'speed', 'left', 'score'] as const;
export const OWN_KINDS = ['gpu', 'unified', 'ram'] as const satisfies MachineMemory['kind'][];

/** A question to the estimator; the names are those of the link, and other people keep links: never rename one. */
export interface MemoryState {
  /** Ids of a model and a precision. */
  m: string;
  prec: string;
  /** Tokens of prompt and answer together, each request. */
  ctx: number;
  users: number;
  /** Of keys and of values. */
  kv: readonly [CachePrecision, CachePrecision];
  /** Id of a machine, or `own`. */
  hw: string;
  /** Memory of one device as printed on its box; null for what the record says. */
  mem: number | null;
  /** Of the reader's own machine: GB/s, TFLOPS (null: typical of its kind), and what its memory belongs to. */
  bw: number;
  tflops: number | null;
  kind: (typeof OWN_KINDS)[number];
  n: number;
  /** Null for the one that the precision takes on the machine. */
  engine: SpeedEngine | null;
  /** Id of the machine whose main memory takes the layers that do not fit a graphics card. */
  host: string;
  view: (typeof VIEWS)[number];
  sort: (typeof SORTS)[number];
}

export const LIMITS = {
  ctx: { min: 16, max: 2 ** 24 },
  users: { min: 1, max: MOST_USERS },
  mem: { min: 0.5, max: 100_000 },
  bw: { min: 1, max: 100_000 },
  tflops: { min: 0.01, max: 100_000 },
  n: { min: 1, max: 64 },
} as const;

export const DEFAULTS = {
  m: 'qwen2.5-coder-32b-instruct',
  prec: 'q4-k-m',
  hw: 'rtx-4090-24gb',
  host: 'desktop-ddr5-5600',
  ctx: 8192,
  ownMemoryGb: 64,
  ownBandwidth: 100,
} as const;

/** What a link may name; of a machine the sizes it is sold with. */
export interface KnownRecords {
  models: readonly string[];
  precisions: readonly string[];
  machines: ReadonlyMap<string, readonly number[]>;
  hosts: readonly string[];
}

const WORDS: Words<MemoryState> = {
  m: ['模型的编号', 'm=qwen2.5-72b-instruct'],
  prec: ['精度的编号', 'prec=awq-int4'],
  ctx: ['每个请求的上下文长度，token，提示和回答合计', 'ctx=16384'],
  users: ['同时使用的人数', 'users=4'],
  kv: ['KV 缓存的精度', 'kv=q8_0'],
  hw: ['机器的编号，own 是自己的机器', 'hw=rtx-3090-24gb'],
  mem: [
    '一张卡或一台机器的内存，照标称（GiB）；只在机器有几种内存、没有公布内存，或 hw=own 时写',
    'hw=mac-mini-m4&mem=16',
  ],
  bw: ['内存带宽，GB/s（10⁹ 字节）；只和 hw=own 一起写', 'hw=own&bw=256'],
  tflops: ['16 位稠密算力，TFLOPS；只和 hw=own 一起写', 'hw=own&tflops=59'],
  kind: ['内存属于 gpu 显卡、unified 统一内存、ram CPU；只和 hw=own 一起写', 'hw=own&kind=unified'],
  n: ['几张显卡', 'n=2'],
  engine: ['引擎；不写时由精度和机器决定', 'engine=vllm'],
  host: ['放不下、卸载到 CPU 时，主机内存的编号', 'm=qwen2.5-72b-instruct&host=server-8ch-ddr5-4800'],
  view: ['一览：prec 精度 × 上下文，models 放得下的模型', 'view=models'],
  sort: [
    '放得下的模型按什么排：size 参数量、speed 速度、left 余下的内存、score LiveBench 成绩',
    'view=models&sort=speed',
  ],
};

/** The codec of the estimator. */
export function memoryCodec(known: KnownRecords): Codec<MemoryState> {
  const plain = codec<MemoryState>(
    {
      m: idParam(DEFAULTS.m, known.models, '写模型的编号，例如 qwen3-32b'),
      prec: idParam(DEFAULTS.prec, known.precisions, '写精度的编号，例如 bf16、q4-k-m、awq-int4'),
      ctx: wholeParam(DEFAULTS.ctx, LIMITS.ctx),
      users: wholeParam(1, LIMITS.users),
      kv: cacheParam(),
      hw: idParam(DEFAULTS.hw, [...known.machines.keys(), OWN], `写机器的编号，或 ${OWN}（自己的机器）`),
      mem: optionalNumberParam(LIMITS.mem),
      bw: numberParam(DEFAULTS.ownBandwidth, LIMITS.bw),
      tflops: optionalNumberParam(LIMITS.tflops),
      kind: choiceParam('gpu', OWN_KINDS),
      n: wholeParam(1, LIMITS.n),
      engine: optionalChoiceParam(Object.keys(SPEED_ENGINES) as SpeedEngine[]),
      host: idParam(DEFAULTS.host, known.hosts, '写 CPU 或主机内存的编号，例如 desktop-ddr5-5600'),
      view: choiceParam('prec', VIEWS),
      sort: choiceParam('size', SORTS),
    },
    WORDS,
  );
  /** What a link asked for that the machine it names has no room for: neither counts nor travels. */
  const settled = (state: MemoryState): MemoryState => {
    if (state.hw === OWN) return state;
    const { bw, tflops, kind } = plain.fallback;
    return { ...state, bw, tflops, kind, mem: memoryAsked(state, known) };
  };

  return {
    ...plain,
    parse(raw) {
      const { state, ignored } = plain.parse(raw);
      const next = settled(state);
      const read = (key: string) => raw[key] && !ignored.some((entry) => entry.key === key);
      const idle: Ignored[] = (['bw', 'tflops', 'kind'] as const)
        .filter((key) => state.hw !== OWN && read(key))
        .map((key) => ({ key, value: raw[key] ?? '', expected: `只和 hw=${OWN} 一起写` }));
      const sizes = known.machines.get(state.hw) ?? [];
      if (read('mem') && state.mem !== null && next.mem === null && state.mem !== sizes.at(-1)) {
        idle.push({
          key: 'mem',
          value: raw.mem ?? '',
          expected: `这台机器的内存是 ${sizes.join('、')} GB`,
        });
      }
      return { state: next, ignored: [...ignored, ...idle] };
    },
    format: (state) => plain.format(settled(state)),
    search: (state) => plain.search(settled(state)),
  };
}

/** The memory asked for, where the machine comes with it and it is not what it comes with anyway. */
function memoryAsked({ hw, mem }: MemoryState, { machines }: KnownRecords): number | null {
  const sizes = machines.get(hw) ?? [];
  if (sizes.length === 0) return mem;
  return mem !== null && sizes.includes(mem) && mem !== sizes.at(-1) ? mem : null;
}

/** An id out of hundreds: the note gives an example, not the list. */
function idParam(fallback: string, ids: readonly string[], expected: string): Param<string> {
  return { ...choiceParam(fallback, ids), expected };
}

function wholeParam(fallback: number, range: { min: number; max: number }): Param<number> {
  const number = numberParam(fallback, range);
  return {
    ...number,
    expected: `写 ${range.min} 到 ${range.max} 的整数`,
    parse(raw) {
      const value = number.parse(raw);
      return Number.isInteger(value) ? value : undefined;
    },
  };
}

/** `q8_0`, or `q8_0,q4_0` for keys and values apart. */
function cacheParam(): Param<readonly [CachePrecision, CachePrecision]> {
  const names = Object.keys(CACHE_BITS) as CachePrecision[];
  return {
    fallback: ['f16', 'f16'],
    expected: `写 ${names.join('、')} 之一；K 和 V 不同时写两个，用逗号隔开`,
    parse(raw) {
      const words = raw.split(',').map((word) => names.find((name) => name === word));
      const [key, value = key] = words;
      return words.length <= 2 && key && value && words.every(Boolean) ? [key, value] : undefined;
    },
    format: ([key, value]) => (key === value ? key : `${key},${value}`),
  };
}
