import { codec } from '../../url/codec.ts';
import type { Codec, Param } from '../../url/codec.ts';
import { choiceParam, numberParam, wordsOf } from '../../url/params.ts';

/** A comparison; the names are those of the link, and other people keep links: never rename one. */
export interface CompareState {
  /** Ids of models in the order shown, one to five. */
  m: readonly string[];
  /** Ids of a machine and a precision, and tokens of prompt and answer together: what estimates are about. */
  hw: string;
  prec: string;
  ctx: number;
  /** `diff`: only rows in which the models differ. */
  only: 'all' | 'diff';
}

export const MOST_MODELS = 5;
export const CONTEXT_RANGE = { min: 16, max: 10_000_000 };

/** Where a link names neither machine nor precision. */
export const START = { hw: 'rtx-4090-24gb', prec: 'q4-k-m' } as const;

/** What a link may name. */
export interface KnownIds {
  models: readonly string[];
  machines: readonly string[];
  precisions: readonly string[];
}

export interface Defaults {
  m: readonly string[];
  hw: string;
  prec: string;
}

/**
 * The codec of the comparison. The link keeps the order shown; the same models in another order are the same comparison.
 * Models that do not exist, that stand twice, or that come after the fifth are dropped, each with an entry in `ignored`.
 */
export function compareCodec(known: KnownIds, defaults: Defaults): Codec<CompareState> {
  return codec<CompareState>(
    {
      m: modelsParam(defaults.m, known.models),
      hw: idParam(defaults.hw, known.machines, '写机器的编号，例如 rtx-4090-24gb'),
      prec: idParam(defaults.prec, known.precisions, '写精度的编号，例如 bf16、q4-k-m、awq-int4'),
      ctx: contextParam(),
      only: choiceParam('all', ['all', 'diff']),
    },
    {
      m: [
        `模型的编号，一到 ${MOST_MODELS} 个，从左到右；换个顺序还是同一个对比，复制的链接保留看到的顺序`,
        'm=qwen3-32b,gemma-3-27b-it',
      ],
      hw: ['机器的编号，估算用', 'hw=apple-m4-max'],
      prec: ['精度的编号，估算用', 'prec=bf16'],
      ctx: ['提示加回答一共多少 token，估算用', 'ctx=32768'],
      only: ['看哪些行：all 全部，diff 只看有差异的', 'only=diff'],
    },
  );
}

function modelsParam(fallback: readonly string[], known: readonly string[]): Param<readonly string[]> {
  return {
    fallback,
    expected: '写模型的编号，用逗号隔开，例如 qwen3-32b,gemma-3-27b-it',
    parse(raw) {
      const ids = new Set(wordsOf(raw).filter((word) => known.includes(word)));
      return ids.size > 0 ? [...ids].slice(0, MOST_MODELS) : undefined;
    },
    unread(raw) {
      const taken = new Set<string>();
      return wordsOf(raw).flatMap((value) => {
        if (!known.includes(value)) return [{ value, expected: '没有这个编号的模型，已略去' }];
        if (taken.has(value)) return [{ value, expected: '写了两次，只算一次' }];
        taken.add(value);
        return taken.size > MOST_MODELS
          ? [{ value, expected: `最多比 ${MOST_MODELS} 个，只取前 ${MOST_MODELS} 个` }]
          : [];
      });
    },
    format: (ids) => ids.join(','),
  };
}

/** An id out of hundreds: the note gives an example, not the list. */
function idParam(fallback: string, ids: readonly string[], expected: string): Param<string> {
  return { ...choiceParam(fallback, ids), expected };
}

function contextParam(): Param<number> {
  const { min, max } = CONTEXT_RANGE;
  const number = numberParam(8192, CONTEXT_RANGE);
  return {
    ...number,
    expected: `写 ${min} 到 ${max} 的整数`,
    parse(raw) {
      const value = number.parse(raw);
      return Number.isInteger(value) ? value : undefined;
    },
  };
}
