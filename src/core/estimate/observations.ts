import type { SpeedMeasurement } from '../../schema/measurement.ts';
import { cacheBytes } from './cache.ts';
import type { CachePrecision } from './cache.ts';
import type { SpeedEngine } from './engines.ts';
import type { Observation } from './fitting.ts';
import { cachePrecisionTold, devicesUsed, peakBytes, reservedTokens } from './row-notes.ts';
import { prefillSeconds, stepSeconds } from './speed-model.ts';
import type { SpeedConstants, Workload } from './speed-model.ts';
import { subjectOfRow } from './subject.ts';
import type { EstimateRecords, NotCovered, Subject } from './subject.ts';

export type SpeedQuantity = 'decode' | 'prefill' | 'throughput';

/** A measured speed that the model can be held against. */
export interface SpeedObservation extends Observation {
  quantity: SpeedQuantity;
  subject: Subject;
  /** What was measured, tokens a second. */
  measured: number;
  /** Tokens a second that correspond to a number of predicted seconds. */
  tokensPerSecond: (seconds: number) => number;
  /** Id of the machine and of the source: what an honest split keeps together. */
  machine: string;
  source: string;
  row: SpeedMeasurement;
}

const is = (value: object): value is NotCovered => 'reason' in value;

/** Rows whose speed says nothing of the machine named. */
function setAside({ excluded, flags }: SpeedMeasurement): string | null {
  if (excluded !== undefined) return '来源的数字不可能';
  if (flags.includes('above-ceiling')) return '快过带宽上限，来源某处有误';
  if (flags.includes('offload')) return '部分权重在 CPU 上，主机内存的带宽没有写明';
  if (flags.includes('speculative')) return '推测解码';
  if (flags.includes('limited-threads')) return '有意少用线程';
  return null;
}

/** Room that a file may exceed the labelled memory by before it must lie elsewhere in part. */
const LABEL_TOLERANCE = 1.02;

function fitting(row: SpeedMeasurement, records: EstimateRecords): Subject | NotCovered {
  const aside = setAside(row);
  if (aside) return { reason: aside };
  const subject = subjectOfRow({ ...row, devices: devicesUsed(row) }, records);
  if (is(subject)) return subject;
  const reason = spill(row, subject);
  return reason ? { reason } : subject;
}

/** A peak of the device's memory this far below the weights tells that part of them lay elsewhere. */
const PEAK_TOLERANCE = 0.98;

/** Why not all of a row's weights can have lain in the memory named; null where they can. */
function spill(row: SpeedMeasurement, subject: Subject): string | null {
  const { memoryGb, work } = subject;
  if (memoryGb === null) return null;
  const room = memoryGb * 1e9 * LABEL_TOLERANCE * work.devices;
  if (work.weightsBytes > room) return '权重大于所写设备的内存';
  const peak = peakBytes(row);
  if (work.devices === 1 && peak !== null && peak < work.weightsBytes * PEAK_TOLERANCE)
    return '显存峰值小于权重，一部分在别处';
  const reserved = work.engine === 'llama.cpp' ? reservedTokens(row) : null;
  if (reserved === null) return null;
  // A card's memory is binary, whatever its label says.
  const cache = cacheOf(subject, reserved, cachePrecisionTold(row));
  const binary = memoryGb * 2 ** 30 * work.devices;
  return work.weightsBytes + cache > binary ? '权重加上预留的上下文大于所写设备的内存' : null;
}

/** Bytes of the cache of one request with so many tokens; 0 where the architecture is not known. */
function cacheOf({ model }: Subject, tokens: number, precision: CachePrecision): number {
  const { architecture } = model;
  if (!architecture) return 0;
  return (
    cacheBytes({
      architecture,
      tokens: Math.round(tokens),
      keyPrecision: precision,
      valuePrecision: precision,
    })?.value ?? 0
  );
}

/** Tokens in the context on average while the answer grows. */
const meanContext = ({ contextTokens, promptTokens, generatedTokens }: SpeedMeasurement) =>
  (promptTokens ?? contextTokens ?? 0) + (generatedTokens ?? 0) / 2;

/** The speed of one request, or why it is not covered. */
export function decodeObservation(
  row: SpeedMeasurement,
  records: EstimateRecords,
): SpeedObservation | NotCovered {
  const { decodeTokensPerSecond: measured } = row;
  if (measured === undefined) return { reason: '没有生成速度' };
  if (row.concurrency !== undefined && row.concurrency !== 1) return { reason: '多个请求同时' };
  const subject = fitting(row, records);
  if (is(subject)) return subject;
  // A depth-tested row generates behind a context that was filled before.
  const depth = Math.max(row.contextTokens ?? 0, meanContext(row));
  const bytes = cacheOf(subject, depth, cachePrecisionTold(row));
  return observation('decode', row, subject, {
    seconds: 1 / measured,
    measured,
    tokensPerSecond: (seconds) => 1 / seconds,
    predict: (constants) => stepSeconds(subject.work, constants, { requests: 1, cacheBytes: bytes }).total,
  });
}

/** The speed of prefill, or why it is not covered. */
export function prefillObservation(
  row: SpeedMeasurement,
  records: EstimateRecords,
): SpeedObservation | NotCovered {
  const { prefillTokensPerSecond: measured, promptTokens: tokens, contextTokens = 0 } = row;
  if (measured === undefined) return { reason: '没有预填充速度' };
  if (!tokens) return { reason: '没有写输入的长度' };
  if (row.concurrency !== undefined && row.concurrency !== 1) return { reason: '多个请求同时' };
  const subject = fitting(row, records);
  if (is(subject)) return subject;
  // A row that names a longer context was measured behind it.
  const depth = contextTokens > tokens ? contextTokens : 0;
  return observation('prefill', row, subject, {
    seconds: tokens / measured,
    measured,
    tokensPerSecond: (seconds) => tokens / seconds,
    predict: (constants) => prefillSeconds(subject.work, constants, { promptTokens: tokens, depth }),
  });
}

/** Requests that an engine works on at a time unless told otherwise. */
export const MOST_REQUESTS: Record<SpeedEngine, number> = {
  vllm: 256,
  sglang: 512,
  'tensorrt-llm': 2048,
  lmdeploy: 256,
  transformers: 1,
  'llama.cpp': 64,
  mlx: 32,
  exllama: 32,
};

/** Share of the memory that a server takes, and bytes of each device it needs besides weights and cache. */
const SERVER_SHARE = 0.9;
const BESIDES_BYTES = 2 * 2 ** 30;

/** Requests that find room beside the weights; at least one. */
export function requestsWithRoom(
  { memoryGb, work }: Pick<Subject, 'memoryGb' | 'work'>,
  cacheBytesPerRequest: number,
): number {
  if (memoryGb === null || cacheBytesPerRequest <= 0) return Infinity;
  const room = (memoryGb * 2 ** 30 * SERVER_SHARE - BESIDES_BYTES) * work.devices - work.weightsBytes;
  return Math.max(1, Math.floor(room / cacheBytesPerRequest));
}

/** Seconds of the whole system for one answer, when so many requests are served at a time. */
export function answerSeconds(
  work: Workload,
  constants: SpeedConstants,
  { requests, cacheBytes: bytes, promptTokens, generatedTokens }: AnswerInput,
): number {
  const step = stepSeconds(work, constants, { requests, cacheBytes: bytes }).total;
  const prefill =
    promptTokens > 0 ? prefillSeconds(work, constants, { promptTokens, many: requests > 1 }) : 0;
  return prefill + (generatedTokens * step) / requests;
}

interface AnswerInput {
  requests: number;
  /** Of one request, half way through its answer. */
  cacheBytes: number;
  promptTokens: number;
  generatedTokens: number;
}

/** Tokens a second of the whole system, or why they are not covered. */
export function throughputObservation(
  row: SpeedMeasurement,
  records: EstimateRecords,
): SpeedObservation | NotCovered {
  const { throughputTokensPerSecond: printed, throughputKind, concurrency } = row;
  if (printed === undefined) return { reason: '没有吞吐' };
  const generatedTokens = row.generatedTokens ?? (throughputKind === 'wall-2048' ? 2048 : undefined);
  if (generatedTokens === undefined) return { reason: '没有写输出的长度' };
  if (concurrency === undefined && throughputKind !== 'wall-2048') return { reason: '没有写并发请求数' };
  const subject = fitting(row, records);
  if (is(subject)) return subject;
  const { work } = subject;
  const prompt = row.promptTokens ?? 0;
  const bytes = cacheOf(subject, prompt + generatedTokens / 2, cachePrecisionTold(row));
  const asked = concurrency === 'max' ? Infinity : (concurrency ?? 1);
  const requests = Math.min(asked, MOST_REQUESTS[work.engine], requestsWithRoom(subject, bytes));
  const promptTokens = throughputKind === 'generation-output' ? 0 : prompt;
  const counted = throughputKind === 'prompt-and-output' ? prompt + generatedTokens : generatedTokens;
  const measured = throughputKind === 'per-gpu-output' ? printed * row.devices : printed;
  return observation('throughput', row, subject, {
    seconds: counted / measured,
    measured,
    tokensPerSecond: (seconds) => counted / seconds,
    predict: (constants) =>
      answerSeconds(work, constants, { requests, cacheBytes: bytes, promptTokens, generatedTokens }),
  });
}

function observation(
  quantity: SpeedQuantity,
  row: SpeedMeasurement,
  subject: Subject,
  rest: Pick<SpeedObservation, 'seconds' | 'measured' | 'tokensPerSecond' | 'predict'>,
): SpeedObservation {
  const machine = subject.machine.id ?? row.machineName;
  return { quantity, row, subject, machine, source: row.source, weight: 1, ...rest };
}
