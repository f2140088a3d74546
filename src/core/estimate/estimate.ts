import type { Quantity } from '../bounds.ts';
import { cacheBytes } from './cache.ts';
import type { CachePrecision } from './cache.ts';
import type { FittedConstants } from './constants.ts';
import { SERVERS } from './engines.ts';
import type { SpeedEngine } from './engines.ts';
import { fitOf, longestContext, mostUsers, usableBytes } from './fit.ts';
import type { FitResult, MachineMemory } from './fit.ts';
import type { MemoryInput } from './memory.ts';
import { decodeSpeed, prefillSpeed, servedSpeed } from './speed.ts';
import type { SpeedInput, SpeedRange } from './speed.ts';
import type { MachineShape, ModelShape } from './shapes.ts';
import { workload } from './subject.ts';
import { narrowedTeraOps } from './tera-ops.ts';
import type { PrecisionBits } from './weights.ts';

/** A model as the estimator's views have it. */
export interface EstimatorModel {
  id: string;
  name: string;
  shape: ModelShape;
  contextNative: number;
  contextLongest: number;
  /** Precision id → size of its file where a registry states it, bytes. */
  fileBytes: Readonly<Record<string, number>>;
}

export interface EstimatorPrecision {
  id: string;
  name: string;
  /** Family of the record: `gguf`, `awq`, `float` … */
  family: string;
  bits: PrecisionBits;
}

/** A machine as the estimator's views have it; figures of one device. */
export interface EstimatorMachine extends Omit<MachineShape, 'id'> {
  /** Null for a machine of the reader's own. */
  id: string | null;
  name: string;
  memory: MachineMemory;
  /** Operations a second in 8-bit and 4-bit units where published, 10¹². */
  narrowTeraOps: { fp8?: number; int8?: number; fp4?: number };
}

export interface EstimateQuery {
  model: EstimatorModel;
  precision: EstimatorPrecision;
  machine: EstimatorMachine;
  devices: number;
  engine: SpeedEngine;
  /** Prompt and answer together, of one request. */
  contextTokens: number;
  users: number;
  keyPrecision: CachePrecision;
  valuePrecision: CachePrecision;
  /** Prompt and answer whose times are told; no longer than the context. */
  promptTokens: number;
  generatedTokens: number;
}

export interface Estimate {
  /** Null where the KV cache of the model cannot be told: then nothing of the memory can. */
  memory:
    | (FitResult & {
        usable: Quantity;
        /** For the users asked; null where not even one token fits. */
        longestContext: number | null;
        /** With the context asked. */
        mostUsers: number | null;
      })
    | null;
  decode: ReturnType<typeof decodeSpeed>;
  prefill: SpeedRange;
  firstToken: SpeedRange;
  throughput: SpeedRange;
  response: SpeedRange;
}

/** Everything the estimator says of a model at a precision on a machine. Speeds hold only where the model fits. */
export function estimate(
  query: EstimateQuery,
  fitted: Pick<FittedConstants, 'nodes' | 'machines'>,
): Estimate {
  const { model, machine, engine, devices, users, promptTokens, generatedTokens } = query;
  const input = memoryInput(query);
  const fit = fitOf(input, machine.memory);
  const spoken = speedInput(query, fitted);
  const { speed, firstToken } = prefillSpeed({ ...spoken, promptTokens });
  return {
    memory: fit && {
      ...fit,
      usable: usableBytes(machine.memory, engine, devices),
      longestContext: longestContext(input, machine.memory, model.contextLongest),
      mostUsers: mostUsers(input, machine.memory),
    },
    decode: decodeSpeed(spoken),
    prefill: speed,
    firstToken,
    ...servedSpeed({ ...spoken, requests: users, promptTokens, generatedTokens }),
  };
}

/** What the memory of a query is computed from. */
export function memoryInput(query: Omit<EstimateQuery, 'machine'>): MemoryInput {
  const { model, precision, engine, contextTokens, users, keyPrecision, valuePrecision, devices } = query;
  return {
    model: model.shape,
    bits: precision.bits,
    fileBytes: model.fileBytes[precision.id],
    engine,
    contextTokens,
    users,
    keyPrecision,
    valuePrecision,
    devices,
  };
}

/** What the speeds of a query are computed from. */
export function speedInput(
  query: EstimateQuery,
  fitted: Pick<FittedConstants, 'nodes' | 'machines'>,
): SpeedInput {
  const { model, precision, machine, devices, engine, keyPrecision, valuePrecision } = query;
  const { promptTokens, generatedTokens } = query;
  const shape = { ...machine, teraOps: teraOpsFor(query) };
  const work = workload(model.shape, shape, {
    bits: precision.bits,
    sizeBytes: model.fileBytes[precision.id] ?? null,
    engineName: engine,
    devices,
  });
  const { architecture } = model.shape;
  const tokens = Math.round(promptTokens + generatedTokens / 2);
  const cache = architecture && cacheBytes({ architecture, tokens, keyPrecision, valuePrecision });
  return { work, machine: machine.id, fitted, cacheBytes: cache?.value ?? 0 };
}

/** Servers multiply 8-bit and 4-bit weights in the narrow units of machines that have them. */
function teraOpsFor({ precision, machine, engine }: EstimateQuery): number {
  if (!SERVERS.includes(engine)) return machine.teraOps;
  const { fp8 = 0, int8 = 0, fp4 = 0 } = machine.narrowTeraOps;
  const narrow: Record<string, number> = {
    fp8,
    mxfp8: fp8,
    'w8a8-int8': int8,
    nvfp4: fp4 || fp8,
    mxfp4: fp4 || fp8,
  };
  return narrowedTeraOps(machine.teraOps, narrow[precision.id]);
}
