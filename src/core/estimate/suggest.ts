import type { CachePrecision } from './cache.ts';
import { cacheFor, eightBitCache, engineFor, enginesFor } from './engine-choice.ts';
import { splitOf } from './engines.ts';
import type { SpeedEngine } from './engines.ts';
import { memoryInput } from './estimate.ts';
import type { EstimateQuery, EstimatorMachine, EstimatorPrecision } from './estimate.ts';
import { fitOf, longestContext, mostUsers } from './fit.ts';
import type { FitResult } from './fit.ts';
import { machineWith } from './open-machine.ts';
import type { OpenMachine } from './open-machine.ts';
import { weightsFileBytes } from './weights.ts';

/** One change to a query. */
export type Change =
  | { kind: 'precision'; precision: EstimatorPrecision }
  | { kind: 'cache'; cache: CachePrecision }
  | { kind: 'context'; tokens: number }
  | { kind: 'users'; users: number }
  | { kind: 'devices'; devices: number }
  | { kind: 'machine'; machine: EstimatorMachine };

/** A change after which the model fits, with what the memory then looks like. */
export interface Suggestion {
  change: Change;
  /** The query after it. */
  query: EstimateQuery;
  memory: FitResult;
}

export interface Choices {
  precisions: readonly EstimatorPrecision[];
  machines: readonly OpenMachine[];
  /** Ids of machines that somebody has measured: another one is only offered where none of these holds the model. */
  measured: ReadonlySet<string>;
  /** The engine asked for; null for the one a precision takes. */
  asked: SpeedEngine | null;
}

/** More cards than this share no model in one machine. */
const MOST_DEVICES = 8;
/** A shorter context is of no use. */
const LEAST_CONTEXT = 1024;
/** Fewer bits than this lose too much to be offered unasked. */
const LEAST_BITS = 2.5;

/** The query after a change; null where no engine runs it. */
export function changedQuery(
  query: EstimateQuery,
  change: Change,
  asked: SpeedEngine | null,
): EstimateQuery | null {
  const { cache } = change.kind === 'cache' ? change : { cache: null };
  const next: EstimateQuery = {
    ...query,
    ...(change.kind === 'precision' && { precision: change.precision }),
    ...(cache && { keyPrecision: cache, valuePrecision: cache }),
    ...(change.kind === 'context' && { contextTokens: change.tokens }),
    ...(change.kind === 'users' && { users: change.users }),
    ...(change.kind === 'devices' && { devices: change.devices }),
    ...(change.kind === 'machine' && { machine: change.machine, devices: 1 }),
  };
  const engine = engineFor(next.precision, next.machine, asked);
  return (
    engine && {
      ...next,
      engine,
      keyPrecision: cacheFor(next.keyPrecision, engine),
      valuePrecision: cacheFor(next.valuePrecision, engine),
    }
  );
}

/** The nearest changes, one at a time, that make a model fit; each has been tried. */
export function waysToFit(query: EstimateQuery, choices: Choices): Suggestion[] {
  const { users, machine, engine, contextTokens } = query;
  const input = memoryInput(query);
  const tried = trier(query, choices);
  const found: (Suggestion | null)[] = [lowerPrecision(query, choices)];
  if (query.keyPrecision === 'f16' || query.valuePrecision === 'f16') {
    found.push(tried({ kind: 'cache', cache: eightBitCache(engine) }));
  }
  const shorter = wholeThousands(longestContext(input, machine.memory, contextTokens - 1));
  if (shorter !== null && shorter >= LEAST_CONTEXT) found.push(tried({ kind: 'context', tokens: shorter }));
  const fewer = users > 1 ? mostUsers(input, machine.memory) : null;
  if (fewer !== null) found.push(tried({ kind: 'users', users: fewer }));
  if (machine.memory.kind === 'gpu') found.push(moreCards(tried, query));
  found.push(largerMachine(tried, choices));
  return found.filter((one) => one !== null);
}

/** What a machine on which a model fits could also do: a longer context, more users, a more precise model. */
export function roomForMore(query: EstimateQuery, choices: Choices): Suggestion[] {
  const { users, machine, model, contextTokens } = query;
  const input = memoryInput(query);
  const tried = trier(query, choices);
  const found: (Suggestion | null)[] = [];
  const longest = longestContext(input, machine.memory, model.contextLongest);
  const longer = longest === model.contextLongest ? longest : wholeThousands(longest);
  if (longer !== null && longer > contextTokens) found.push(tried({ kind: 'context', tokens: longer }));
  const most = mostUsers(input, machine.memory);
  if (most !== null && most > users) found.push(tried({ kind: 'users', users: most }));
  found.push(higherPrecision(query, choices));
  return found.filter((one) => one !== null);
}

type Try = (change: Change) => Suggestion | null;

function trier(query: EstimateQuery, { asked }: Choices): Try {
  return (change) => {
    const next = changedQuery(query, change, asked);
    const memory = next && fitOf(memoryInput(next), next.machine.memory);
    return memory && memory.verdict !== 'no' ? { change, query: next, memory } : null;
  };
}

/** Bytes of the weights of a model at a precision. */
export function weightsOf({ model }: Pick<EstimateQuery, 'model'>, { id, bits }: EstimatorPrecision): number {
  return model.fileBytes[id] ?? weightsFileBytes(model.shape, bits).value;
}

function lowerPrecision(query: EstimateQuery, choices: Choices): Suggestion | null {
  const now = weightsOf(query, query.precision);
  const lower = choices.precisions
    .filter((one) => weightsOf(query, one) < now && one.bits.body >= LEAST_BITS)
    .toSorted((a, b) => weightsOf(query, b) - weightsOf(query, a));
  const own = lower.filter(({ family }) => family === query.precision.family);
  const sameEngine = lower.filter((one) => enginesFor(one, query.machine).includes(query.engine));
  return firstThat([...own, ...sameEngine, ...lower], (precision) =>
    trier(query, choices)({ kind: 'precision', precision }),
  );
}

function higherPrecision(query: EstimateQuery, choices: Choices): Suggestion | null {
  const now = weightsOf(query, query.precision);
  const higher = choices.precisions
    .filter((one) => one.family === query.precision.family && one.bits.body <= 16)
    .filter((one) => weightsOf(query, one) > now * 1.02)
    .toSorted((a, b) => weightsOf(query, b) - weightsOf(query, a));
  return firstThat(higher, (precision) => trier(query, choices)({ kind: 'precision', precision }));
}

function moreCards(tried: Try, query: EstimateQuery): Suggestion | null {
  const counts = Array.from({ length: MOST_DEVICES }, (_, index) => index + 1);
  return firstThat(
    counts.filter((count) => count > query.devices && sharesHeads(query, count)),
    (devices) => tried({ kind: 'devices', devices }),
  );
}

/** Whether an engine can share a model among so many devices: tensor parallel gives each as many heads. */
export function sharesHeads({ engine, model }: EstimateQuery, devices: number): boolean {
  const heads = model.shape.architecture?.attentionHeads ?? 0;
  return splitOf(engine) === 'layers' || heads % devices === 0;
}

/** The smallest single machine with a memory of its GPU; of several as large the one with the fastest memory. */
function largerMachine(tried: Try, { machines, measured }: Choices): Suggestion | null {
  const candidates = machines
    .filter(({ memoryKind }) => memoryKind !== 'ram')
    .flatMap((open) => open.optionsGb.flatMap((gb) => machineWith(open, gb) ?? []))
    .toSorted(
      (a, b) => a.memory.labelGb - b.memory.labelGb || b.bandwidthGbPerSecond - a.bandwidthGbPerSecond,
    );
  const known = candidates.filter(({ id }) => id !== null && measured.has(id));
  return firstThat([...known, ...candidates], (machine) => tried({ kind: 'machine', machine }));
}

function firstThat<Item>(items: Iterable<Item>, attempt: (item: Item) => Suggestion | null) {
  for (const item of items) {
    const found = attempt(item);
    if (found) return found;
  }
  return null;
}

/** Contexts are set in steps of 1,024. */
function wholeThousands(tokens: number | null): number | null {
  if (tokens === null || tokens < LEAST_CONTEXT) return tokens;
  return Math.floor(tokens / LEAST_CONTEXT) * LEAST_CONTEXT;
}
