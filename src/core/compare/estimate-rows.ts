import { rangeText } from '../range-text.ts';
import { estimate } from '../estimate/estimate.ts';
import type { Estimate, EstimateQuery, EstimatorMachine, EstimatorPrecision } from '../estimate/estimate.ts';
import { engineFor } from '../estimate/engine-choice.ts';
import { SPEED_ENGINES } from '../estimate/engines.ts';
import type { SpeedEngine } from '../estimate/engines.ts';
import { speedInput } from '../estimate/estimate.ts';
import type { SpeedRange } from '../estimate/speed.ts';
import { clearlyHighest } from './best.ts';
import type { CompareCell, CompareModel, CompareRow, EstimateBasis } from './compare-model.ts';

export interface EstimateQuestion {
  models: readonly Pick<CompareModel, 'estimator'>[];
  machine: EstimatorMachine;
  precision: EstimatorPrecision;
  /** Prompt and answer together. */
  contextTokens: number;
  fitted: EstimateBasis['fitted'];
}

export type EstimateRows = { engine: SpeedEngine; rows: CompareRow[] } | { problem: string };

/** Longest answer whose time is told, tokens. */
const ANSWER_TOKENS = 512;
const GIB = 2 ** 30;

/**
 * Verdict, memory and speed of models on one machine at one precision, one user; every figure with its formula. Only a
 * problem where no engine reads the precision on the machine.
 */
export function estimateRows({
  models,
  machine,
  precision,
  contextTokens,
  fitted,
}: EstimateQuestion): EstimateRows {
  const engine = engineFor(precision, machine);
  if (!engine) {
    return { problem: `${machine.name} 上没有引擎能读 ${precision.name}：换一种精度，例如 Q4_K_M` };
  }
  const generatedTokens = Math.min(ANSWER_TOKENS, Math.floor(contextTokens / 4));
  const answers = models.map(({ estimator: model }): Answer | null => {
    if (!model) return null;
    const query: EstimateQuery = {
      model,
      precision,
      machine,
      devices: 1,
      engine,
      contextTokens,
      users: 1,
      keyPrecision: 'f16',
      valuePrecision: 'f16',
      promptTokens: contextTokens - generatedTokens,
      generatedTokens,
    };
    const { memory, ...speeds } = estimate(query, fitted);
    return memory && { query, memory, ...speeds };
  });
  const row = (
    key: string,
    label: string,
    note: string,
    cell: (answer: Answer) => CompareCell,
  ): CompareRow => ({
    key,
    label,
    note,
    cells: answers.map((answer) => (answer ? [cell(answer)] : [])),
    best: [],
  });
  const running = answers.map((answer) => (answer && answer.memory.verdict !== 'no' ? answer : null));
  const fastest = clearlyHighest(running.map((answer) => answer && answer.decode));
  const speed = row('decode', '生成速度', '估算，tok/s，单个请求', (answer) => decodeCell(answer, fitted));
  return {
    engine,
    rows: [
      row('verdict', '放得下吗', `估算，${SPEED_ENGINES[engine]}，1 个用户`, verdictCell),
      row('needed', '需要内存', '估算，GiB（2³⁰ 字节）', neededCell),
      row('longest', '最长上下文', '估算，这台机器上 1 个用户，token', longestCell),
      {
        ...speed,
        best: fastest,
        ...(fastest.length > 0 && { mark: { word: '最快', why: '范围的低端高于其他模型的高端' } }),
        ...(fastest.length === 0 &&
          running.filter(Boolean).length > 1 && { apart: '不标最快：范围有重叠，分不出先后' }),
      },
      row('first', '首字延迟', `估算，提示 ${count(contextTokens - generatedTokens)} token`, firstTokenCell),
    ],
  };
}

interface Answer extends Omit<Estimate, 'memory'> {
  query: EstimateQuery;
  memory: NonNullable<Estimate['memory']>;
}

const WORDS = { fits: '放得下', tight: '勉强', no: '放不下' } as const;

function verdictCell({ query, memory: { verdict, leftBytes, usable } }: Answer): CompareCell {
  const rest =
    verdict === 'no' ? `还差 ${gib(-leftBytes)}` : `${verdict === 'tight' ? '只' : '还'}余 ${gib(leftBytes)}`;
  return {
    text: `${WORDS[verdict]}，${rest}`,
    state: verdict,
    ...noteOfTooLong(query),
    facts: [
      { label: '能用的内存', content: `${usable.formula} = ${gib(usable.value)}` },
      { label: '需要', content: `${gib(usable.value - leftBytes)}，各项见「需要内存」` },
      ...tooLong(query),
    ],
  };
}

function neededCell({ query, memory: { neededBytes, parts } }: Answer): CompareCell {
  return {
    text: gib(neededBytes).replace(' GiB', ''),
    facts: [
      ...parts.map(({ label, formula, value }) => ({
        label,
        content: `${formula ? `${formula} = ` : ''}${gib(value)}`,
      })),
      ...tooLong(query),
    ],
  };
}

function longestCell({ query, memory: { longestContext } }: Answer): CompareCell {
  if (longestContext === null) return { text: '一个 token 也放不下' };
  const limit = longestContext === query.model.contextLongest;
  return {
    text: count(longestContext),
    facts: [
      {
        label: '怎么得到',
        content: limit ? '模型的上限，内存还够' : '内存放得下的最长，再多 1 个 token 就超出',
      },
    ],
  };
}

function decodeCell(answer: Answer, fitted: EstimateQuestion['fitted']): CompareCell {
  const { query, decode, memory } = answer;
  if (memory.verdict === 'no') return NOT_HERE;
  const { work, cacheBytes } = speedInput(query, fitted);
  const { step, ceiling, efficiency, typical } = decode;
  const ms = (seconds: number) => `${digits(seconds * 1000, 3)} ms`;
  return {
    text: rangeText(decode),
    facts: [
      { label: '典型', content: `${digits(typical, 2)} tok/s` },
      {
        label: '一步',
        content: `读权重 ${ms(step.weights)}（${gb(work.readBytes)} ÷ (${work.bandwidthGbPerSecond} GB/s × ${digits(efficiency, 2)})）+ 读 KV 缓存 ${ms(step.cache)} + 各层固定 ${ms(step.layers)}`,
      },
      {
        label: '上限',
        content: `${work.bandwidthGbPerSecond} GB/s ÷（${gb(work.readBytes)} + ${gb(cacheBytes)}）= ${digits(ceiling, 3)} tok/s`,
      },
      { label: '依据', content: basis(decode) },
    ],
  };
}

function firstTokenCell({ memory, firstToken, prefill }: Answer): CompareCell {
  if (memory.verdict === 'no') return NOT_HERE;
  return {
    text: `${rangeText(firstToken)} 秒`,
    facts: [
      { label: '典型', content: `${digits(firstToken.typical, 2)} 秒 = 预填充 + 生成一个 token` },
      { label: '预填充', content: `${rangeText(prefill)} tok/s` },
      { label: '依据', content: basis(firstToken) },
    ],
  };
}

/** What does not fit has no speed; that is not the same as one nobody knows. */
const NOT_HERE: CompareCell = { text: '放不下' };

/** Memory alone does not make a context usable. */
function noteOfTooLong({ model, contextTokens }: EstimateQuery) {
  if (contextTokens <= model.contextLongest) return {};
  return { note: `超过它的上限 ${count(model.contextLongest)} token` };
}

function tooLong({ model, contextTokens }: EstimateQuery) {
  if (contextTokens <= model.contextLongest) return [];
  return [{ label: '注意', content: `模型最长 ${count(model.contextLongest)} token，用不了这么长的上下文` }];
}

/** Why a range is as wide as it is. */
function basis({ basis: on, rows, machines, low, typical }: SpeedRange): string {
  const width = `；大多数实测落在典型值的 ${digits(low / typical, 2)}–${digits(typical / low, 2)} 倍`;
  if (on === 'machine') return `这台机器有实测：${count(rows)} 条${width}`;
  if (on === 'class') return `同类机器有实测：${count(machines)} 台，${count(rows)} 条${width}`;
  return `没有同类实测：按这个引擎在其他机器上的常数${width}`;
}

const count = (value: number) => value.toLocaleString('en-US');
const digits = (value: number, significant: number) =>
  value.toLocaleString('en-US', { maximumSignificantDigits: significant });
const gib = (bytes: number) => `${(bytes / GIB).toFixed(1)} GiB`;
const gb = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`;
