import type { ClaimMeaning } from '../../schema/claim.ts';
import type { FittedConstants } from './constants.ts';
import { memoryInput, speedInput } from './estimate.ts';
import type { EstimatorMachine, EstimatorModel, EstimatorPrecision } from './estimate.ts';
import { memoryBytes } from './memory.ts';
import { decodeSpeed, servedSpeed } from './speed.ts';
import { weightsFileBytes } from './weights.ts';

export interface ClaimEstimate {
  low: number;
  high: number;
  unit: 'GB' | 'tok/s' | 's';
  /** What the estimator says, in Chinese, with the conditions and the claim beside it. */
  text: string;
  /** The claim lies far outside the range, though arithmetic alone need not rule it out. */
  differs: boolean;
}

export interface ClaimQuestion {
  means: ClaimMeaning;
  model: EstimatorModel;
  /** Null where the claim states none. */
  precision: EstimatorPrecision | null;
  machine: EstimatorMachine | null;
  fitted: Pick<FittedConstants, 'nodes' | 'machines'>;
  /** What disk sizes are held against: 16-bit, 8-bit and 4-bit files. */
  filePrecisions: readonly EstimatorPrecision[];
}

/** A claim differs beyond these factors of the range's ends: the error that estimates of memory and of speed may have. */
const FAR = { GB: 1.1, 'tok/s': 1.25, s: 1.25 } as const;

/** The guide states no context: of a request from a short one to what an assistant with files takes. */
const SHORT_CONTEXT = 1024;
const LONG_CONTEXT = 32_768;

const CONDITIONS = {
  engine: 'llama.cpp',
  devices: 1,
  keyPrecision: 'f16',
  valuePrecision: 'f16',
} as const;

const gb = (bytes: number) => bytes / 1e9;
const shown = (value: number) =>
  new Intl.NumberFormat('en-US', { maximumSignificantDigits: value < 100 ? 2 : 3 }).format(value);
const rangeOf = (low: number, high: number) =>
  shown(low) === shown(high) ? shown(low) : `${shown(low)}–${shown(high)}`;
const claimed = ({ low, high }: ClaimMeaning) => (high === undefined ? `${low}` : `${low}–${high}`);

/** What the estimator says of a claim of memory, file size, speed or duration; null where it can say nothing of it. */
export function estimateClaim(question: ClaimQuestion): ClaimEstimate | null {
  const { means } = question;
  if (means.unit === 'GB') return means.disk ? diskEstimate(question) : memoryEstimate(question);
  if (means.unit === 'tok/s' || means.unit === 's') return speedEstimate(question);
  return null;
}

function memoryEstimate({ means, model, precision }: ClaimQuestion): ClaimEstimate | null {
  if (!precision) return null;
  const { users = 1 } = means;
  const at = (contextTokens: number) =>
    memoryBytes(
      memoryInput({
        ...CONDITIONS,
        model,
        precision,
        contextTokens,
        users,
        promptTokens: contextTokens,
        generatedTokens: 0,
      }),
    )?.value;
  const [low, high] = [at(SHORT_CONTEXT), at(Math.min(LONG_CONTEXT, model.contextLongest))];
  if (low === undefined || high === undefined) return null;
  const conditions = `${users} 个请求，各 1K–32K token 上下文`;
  return judged(means, gb(low), gb(high), `${rangeOf(gb(low), gb(high))} GB（${conditions}）`);
}

function diskEstimate({ means, model, filePrecisions }: ClaimQuestion): ClaimEstimate {
  const sizes = filePrecisions.map(({ id, name, bits }) => {
    const known = model.fileBytes[id];
    return { name, gb: gb(known ?? weightsFileBytes(model.shape, bits).value), known: known !== undefined };
  });
  const near = sizes.filter((size) => within(means, size.gb, size.gb, FAR.GB));
  const listed = sizes.map(
    ({ name, gb: size, known }) => `${name} ${size.toFixed(1)} GB${known ? '（公布的文件）' : ''}`,
  );
  const all = sizes.map((size) => size.gb);
  return {
    low: Math.min(...all),
    high: Math.max(...all),
    unit: 'GB',
    text: `估算的文件大小：${listed.join('，')}；指南写 ${claimed(means)} GB，${near.length > 0 ? `接近 ${near.map(({ name }) => name).join('、')}` : '与哪一种都不接近'}`,
    differs: near.length === 0,
  };
}

function speedEstimate({ means, model, precision, machine, fitted }: ClaimQuestion): ClaimEstimate | null {
  if (!precision || !machine) return null;
  const { users = 1, tokens } = means;
  if (means.unit === 's' && tokens === undefined) return null;
  const query = {
    ...CONDITIONS,
    model,
    precision,
    machine,
    contextTokens: SHORT_CONTEXT,
    users,
    promptTokens: 0,
    generatedTokens: SHORT_CONTEXT,
  };
  const input = speedInput(query, fitted);
  const speed =
    users > 1
      ? servedSpeed({ ...input, requests: users, promptTokens: 0, generatedTokens: SHORT_CONTEXT }).throughput
      : decodeSpeed(input);
  const conditions = `llama.cpp，${precision.name}，${machine.name}，${users > 1 ? `${users} 个请求合计` : '单个请求'}`;
  if (means.unit === 'tok/s') {
    return judged(means, speed.low, speed.high, `${rangeOf(speed.low, speed.high)} tok/s（${conditions}）`);
  }
  if (tokens === undefined || users > 1) return null;
  const [low, high] = [tokens / speed.high, tokens / speed.low];
  return judged(
    means,
    low,
    high,
    `${rangeOf(low, high)} 秒（${tokens} 个 token，不含预填充；${conditions}）`,
  );
}

function judged(means: ClaimMeaning, low: number, high: number, range: string): ClaimEstimate {
  const unit = means.unit as 'GB' | 'tok/s' | 's';
  const words = { GB: 'GB', 'tok/s': 'tok/s', s: '秒' }[unit];
  return {
    low,
    high,
    unit,
    text: `估算 ${range}，指南写 ${claimed(means)} ${words}`,
    differs: !within(means, low, high, FAR[unit]),
  };
}

/** Whether a claim touches a range that is widened by a factor at both ends. */
function within(
  { low: from, high: to = from }: ClaimMeaning,
  low: number,
  high: number,
  far: number,
): boolean {
  return from <= high * far && to >= low / far;
}
