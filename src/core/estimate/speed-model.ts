import type { MachineClass } from '../machine-class.ts';
import { SERVERS } from './engines.ts';
import type { SpeedEngine } from './engines.ts';

/** What a step of an engine works on: a model at a precision, on one or several devices of a machine. */
export interface Workload {
  engine: SpeedEngine;
  class: MachineClass;
  mixture: boolean;
  /** Bits of a weight of the layers. */
  bits: number;
  /** Of all weights, and of those that one token of a single request reads. */
  weightsBytes: number;
  readBytes: number;
  /** Share of the parameters that one token uses; 1 for a dense model. */
  activeShare: number;
  /** Share of the experts that one token visits, or where that is not known, of the parameters; 1 for a dense model. */
  expertShare: number;
  /** Used for one token, without the input embedding. */
  readParameters: number;
  layers: number;
  /** Operations that attention takes for one token and each token before it; 0 where the heads are not known. */
  attentionOperations: number;
  /** Of one device. */
  bandwidthGbPerSecond: number;
  /** Dense 16-bit matrix operations of one device, 10¹² a second. */
  teraOps: number;
  devices: number;
  split: 'layers' | 'tensor';
}

/**
 * Constants of one engine on one machine class, fitted to measurements. Shares are of the theoretical peak; times in
 * microseconds.
 */
export interface SpeedConstants {
  /** Share of the peak bandwidth at which 16-bit and 8-bit weights are read. */
  efficiency: number;
  /** Share of that for weights of some 4 bits, and of fewer than 4: unpacking costs time. */
  fourBit: number;
  lowBit: number;
  /** Operations that unpacking a weight of fewer than 7 bits takes: what holds up machines that calculate little. */
  unpack: number;
  /** Share of that for the experts of a mixture, scattered as they are. */
  mixture: number;
  /** Share of the peak bandwidth at which the KV cache is read. */
  cache: number;
  /** Fixed time a layer, and a layer with experts. */
  layerMicroseconds: number;
  mixtureLayerMicroseconds: number;
  /** Handing a token on to the next device, where devices hold whole layers. */
  handoverMicroseconds: number;
  /** Tensor parallel: adding up the parts of a layer. */
  reduceMicroseconds: number;
  /** Share of the peak operations in prefill, and of that for a mixture. */
  prefill: number;
  prefillMixture: number;
  /** Share of the peak operations that attention over the prompt reaches. */
  attention: number;
  /** What each further device adds to prefill where devices hold whole layers and work on chunks in turn. */
  prefillDevices: number;
  /** Share of the peak operations in prefilling the prompts of many requests, attention included. */
  batchPrefill: number;
  /** Share of the peak operations in a step of many requests, and what each request adds to the step. */
  batch: number;
  requestMicroseconds: number;
  /** What a layer with experts adds to a step of many requests: sorting them to the experts and back, microseconds. */
  batchMixture: number;
  /** Share of the sum of the devices that tensor parallel reaches with many requests. */
  batchTensor: number;
}

/** Tokens that engines prefill at once: llama.cpp's micro batch; what servers schedule in one step. */
const PREFILL_CHUNK = 512;
const SERVER_CHUNK = 8192;

/** Bits below which, and from which on, a weight counts as low-bit and as unpacked. */
const LOW_BITS = 3.9;
const PLAIN_BITS = 7;

/** Tokens of a prompt that an engine works on at once. */
export function prefillChunk(engine: SpeedEngine): number {
  return SERVERS.includes(engine) ? SERVER_CHUNK : PREFILL_CHUNK;
}

/** Seconds of a step and what they are made of. */
export interface StepSeconds {
  total: number;
  /** Reading weights, and what unpacking them takes longer than that. */
  weights: number;
  unpacking: number;
  /** Reading the KV cache of all requests. */
  cache: number;
  /** Fixed times of the layers. */
  layers: number;
  /** Between devices. */
  devices: number;
  /** Arithmetic, and what each request adds. */
  requests: number;
}

/**
 * Share of the peak bandwidth at which weights are read. Experts scattered in memory are read more slowly, the less so
 * the more of all weights are read: `touched` is that share.
 */
export function readEfficiency(
  { bits, mixture }: Pick<Workload, 'bits' | 'mixture'>,
  c: SpeedConstants,
  touched: number,
): number {
  const packed = bits >= PLAIN_BITS ? 1 : bits >= LOW_BITS ? c.fourBit : c.lowBit;
  return Math.min(1, c.efficiency * packed * (mixture ? c.mixture ** (1 - touched) : 1));
}

/**
 * Seconds in which `requests` requests get one token each: bytes of weights ÷ (bandwidth × efficiency), or what
 * unpacking them takes, + requests × bytes of the cache ÷ (bandwidth × cache efficiency) + fixed time × layers, between devices, and per request the
 * arithmetic. A batch reads more of a mixture's experts.
 */
export function stepSeconds(
  work: Workload,
  c: SpeedConstants,
  { requests, cacheBytes }: { requests: number; cacheBytes: number },
): StepSeconds {
  const { mixture, layers, devices, split } = work;
  const parallel = split === 'tensor' ? devices : 1;
  const many = requests > 1;
  const shared = many && parallel > 1 ? c.batchTensor : 1;
  const peak = work.bandwidthGbPerSecond * 1e9 * parallel * shared;
  const touched = touchedBytes(work, requests);
  const weights = touched / (peak * readEfficiency(work, c, touched / work.weightsBytes));
  const unpacking = Math.hypot(weights, unpackSeconds(work, c, { touched, parallel })) - weights;
  const cache = (requests * cacheBytes) / (peak * c.cache);
  const fixed = (mixture ? c.mixtureLayerMicroseconds : c.layerMicroseconds) * layers * 1e-6;
  const between =
    split === 'tensor'
      ? (devices > 1 ? c.reduceMicroseconds : 0) * layers * 1e-6
      : c.handoverMicroseconds * (devices - 1) * 1e-6;
  const operations =
    (2 * work.readParameters * requests) / (work.teraOps * 1e12 * parallel * shared * c.batch);
  const sorting = mixture ? c.batchMixture * layers * 1e-6 : 0;
  const perRequest = many ? operations + requests * c.requestMicroseconds * 1e-6 + sorting : 0;
  return {
    total: weights + unpacking + cache + fixed + between + perRequest,
    weights,
    unpacking,
    cache,
    layers: fixed,
    devices: between,
    requests: perRequest,
  };
}

/**
 * Seconds to unpack the weights that a step touches: their number × operations ÷ operations a second. It goes on while
 * the next are read: together they take the root of the sum of the squares, near the longer of the two.
 */
export function unpackSeconds(
  { bits, teraOps }: Pick<Workload, 'bits' | 'teraOps'>,
  c: SpeedConstants,
  { touched, parallel }: { touched: number; parallel: number },
): number {
  return bits >= PLAIN_BITS ? 0 : ((touched * 8) / bits) * (c.unpack / (teraOps * 1e12 * parallel));
}

/**
 * Bytes of weights that a step of several requests reads: the first reads those of one token, each further one the
 * chosen share of the experts that none before it chose.
 */
export function touchedBytes(
  { mixture, weightsBytes, readBytes, expertShare }: Workload,
  requests: number,
): number {
  if (!mixture || requests <= 1) return readBytes;
  return readBytes + (weightsBytes - readBytes) * (1 - (1 - expertShare) ** (requests - 1));
}

/**
 * Seconds to prefill a prompt behind `depth` tokens: for each chunk of 512 one reading of the weights it touches and the
 * fixed time of the layers; for all tokens 2 × active parameters ÷ (operations × share); and attention to what stands
 * before each. Devices that hold whole layers work on several chunks at a time. Servers take chunks of 8,192 and, where
 * requests are `many`, fill them with prompts of several.
 */
export function prefillSeconds(
  work: Workload,
  c: SpeedConstants,
  { promptTokens, depth = 0, many = false }: { promptTokens: number; depth?: number; many?: boolean },
): number {
  const { mixture, layers, devices, split } = work;
  const parallel = split === 'tensor' ? devices : 1;
  const peakBytes = work.bandwidthGbPerSecond * 1e9 * parallel;
  const peakOperations = work.teraOps * 1e12 * parallel;
  const server = SERVERS.includes(work.engine);
  const size = prefillChunk(work.engine);
  const chunks = server && many ? promptTokens / size : Math.max(1, promptTokens / size);
  const inChunk = server && many ? size : Math.min(promptTokens, size);
  const touched = touchedBytes(work, inChunk);
  const reading = touched / (peakBytes * readEfficiency(work, c, touched / work.weightsBytes));
  const fixed = (mixture ? c.mixtureLayerMicroseconds : c.layerMicroseconds) * layers * 1e-6;
  const dense = many ? c.batchPrefill : c.prefill;
  const share = dense * (mixture ? c.prefillMixture : 1);
  const operations = (2 * work.readParameters * promptTokens) / (peakOperations * share);
  const before = promptTokens * (depth + promptTokens / 2);
  const attention =
    (work.attentionOperations * before) / (peakOperations * (many ? c.batchPrefill : c.attention));
  // The first chunk has all devices wait for one another; from then on each works on a chunk of its own.
  const first = split === 'layers' ? Math.min(1, 1 / chunks) : 0;
  const inTurn = split === 'layers' ? 1 + (devices - 1) * c.prefillDevices : 1;
  return (chunks * (reading + fixed) + operations + attention) * (first + (1 - first) / inTurn);
}
