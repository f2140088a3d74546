import type { CachePrecision } from '../../core/estimate/cache.ts';
import { CACHE_BITS } from '../../core/estimate/cache.ts';
import { cachePrecisionsOf, cacheFor, engineFor, enginesFor } from '../../core/estimate/engine-choice.ts';
import { SPEED_ENGINES } from '../../core/estimate/engines.ts';
import type { SpeedEngine } from '../../core/estimate/engines.ts';
import type { EstimateQuery, EstimatorMachine } from '../../core/estimate/estimate.ts';
import type { EstimatorView } from '../../core/estimate/estimator-view.ts';
import { machineWith, ownMachine } from '../../core/estimate/open-machine.ts';
import type { OpenMachine } from '../../core/estimate/open-machine.ts';
import { sharesHeads } from '../../core/estimate/suggest.ts';
import type { Suggestion } from '../../core/estimate/suggest.ts';
import { DEFAULTS, OWN } from './url.ts';
import type { KnownRecords, MemoryState } from './url.ts';

/** Longest answer whose time is told. */
const ANSWER_TOKENS = 512;

/** Main memory that a processor without a published size is taken to have, and any other machine, until told. */
const ASSUMED_GB = { ram: 64, other: 16 };

export interface Scenario {
  query: EstimateQuery;
  /** The record of the machine; null for the reader's own. */
  record: OpenMachine | null;
  host: OpenMachine;
  engines: readonly SpeedEngine[];
  caches: readonly CachePrecision[];
  /** What was taken otherwise than asked, and why. */
  notes: string[];
}

/** No engine runs the precision on the machine: there is nothing to estimate. */
export interface Impossible {
  problem: string;
}

/** Records a link may name. */
export function knownRecords({ models, precisions, machines }: EstimatorView): KnownRecords {
  return {
    models: models.map(({ id }) => id),
    precisions: precisions.map(({ id }) => id),
    machines: new Map(machines.map(({ id, optionsGb }) => [id, optionsGb])),
    hosts: machines.filter(isHost).map(({ id }) => id),
  };
}

/** Main memory that may stand beside a graphics card. */
export const isHost = ({ memoryKind, class: className }: OpenMachine) =>
  memoryKind === 'ram' && className.startsWith('cpu');

/** What a state asks of the estimator. */
export function scenarioOf(state: MemoryState, view: EstimatorView): Scenario | Impossible {
  const model = view.models.find(({ id }) => id === state.m);
  const precision = view.precisions.find(({ id }) => id === state.prec);
  const host = view.machines.find(({ id }) => id === state.host);
  const record = view.machines.find(({ id }) => id === state.hw) ?? null;
  if (!model || !precision || !host) return { problem: '链接里的编号都不在记录里' };
  const notes: string[] = [];
  const machine = machineOf(state, record, view, notes);
  const engines = enginesFor(precision, machine);
  const engine = engineFor(precision, machine, state.engine);
  if (!engine) {
    return { problem: `${machine.name} 上没有引擎能读 ${precision.name}：换一种精度，例如 Q4_K_M` };
  }
  if (state.engine !== null && engine !== state.engine) {
    notes.push(
      `${SPEED_ENGINES[state.engine]} 在这台机器上读不了 ${precision.name}，按 ${SPEED_ENGINES[engine]} 算。`,
    );
  }
  const devices = machine.memory.kind === 'gpu' ? state.n : 1;
  if (devices !== state.n) notes.push(`只有显卡可以几张一起用，按 1 台算，没有用 n=${state.n}。`);
  if (state.ctx > model.contextLongest) {
    notes.push(
      `${model.name} 最长 ${model.contextLongest.toLocaleString('en-US')} token：内存照所填的上下文算，但模型用不了这么长。`,
    );
  }
  const caches = cachePrecisionsOf(engine);
  const cache = (asked: CachePrecision) => offered(asked, engine, notes);
  const generatedTokens = Math.min(ANSWER_TOKENS, Math.floor(state.ctx / 4));
  const query: EstimateQuery = {
    model,
    precision,
    machine,
    devices,
    engine,
    contextTokens: state.ctx,
    users: state.users,
    keyPrecision: cache(state.kv[0]),
    valuePrecision: cache(state.kv[1]),
    promptTokens: state.ctx - generatedTokens,
    generatedTokens,
  };
  if (!sharesHeads(query, devices)) {
    notes.push(
      `张量并行要把 ${model.shape.architecture?.attentionHeads} 个注意力头平分到每张卡，${devices} 张分不匀：${SPEED_ENGINES[engine]} 起不来，数字只供参考。`,
    );
  }
  return {
    query,
    record,
    host,
    engines,
    caches,
    notes: [...new Set(notes)],
  };
}

function machineOf(
  state: MemoryState,
  record: OpenMachine | null,
  { teraOps }: EstimatorView,
  notes: string[],
): EstimatorMachine {
  if (!record) {
    return ownMachine(
      {
        name: '自己的机器',
        kind: state.kind,
        memoryGb: state.mem ?? DEFAULTS.ownMemoryGb,
        bandwidthGbPerSecond: state.bw,
        teraOps: state.tflops,
      },
      teraOps,
    );
  }
  const known = machineWith(record, state.mem);
  if (known) return known;
  const assumed = record.memoryKind === 'ram' ? ASSUMED_GB.ram : ASSUMED_GB.other;
  notes.push(`${record.name} 的记录里没有内存大小：先按 ${assumed} GB 算，请填上实际的。`);
  return machineWith(record, assumed) as EstimatorMachine;
}

function offered(asked: CachePrecision, engine: SpeedEngine, notes: string[]): CachePrecision {
  const taken = cacheFor(asked, engine);
  // Names for about the same width need no word.
  if (Math.round(CACHE_BITS[taken]) - Math.round(CACHE_BITS[asked]) > 1) {
    notes.push(`${SPEED_ENGINES[engine]} 的 KV 缓存没有 ${asked}，按 ${taken} 算。`);
  }
  return taken;
}

/** The state after a suggestion, for the link that offers it: with the cache that was reckoned with. */
export function stateAfter(asked: MemoryState, { change, query }: Suggestion): MemoryState {
  const state: MemoryState = { ...asked, kv: [query.keyPrecision, query.valuePrecision] };
  switch (change.kind) {
    case 'precision':
      return { ...state, prec: change.precision.id };
    case 'cache':
      return state;
    case 'context':
      return { ...state, ctx: change.tokens };
    case 'users':
      return { ...state, users: change.users };
    case 'devices':
      return { ...state, n: change.devices };
    case 'machine':
      return { ...state, hw: change.machine.id ?? OWN, mem: change.machine.memory.labelGb, n: 1 };
  }
}
