import { fitOf } from '../core/estimate/fit.ts';
import { memoryInput } from '../core/estimate/estimate.ts';
import type { EstimatorView } from '../core/estimate/estimator-view.ts';
import { OWN_CLASS } from '../core/estimate/open-machine.ts';
import type { ArchitectureFacts } from '../core/estimate/shapes.ts';
import { SCORE_COLUMNS } from '../core/score-columns.ts';
import type { Benchmark } from '../schema/benchmark.ts';
import type { Estimator } from './estimator-records.ts';

/** Fields of an architecture that memory and speed are computed from. */
const READ = [
  'type',
  'attention',
  'layers',
  'hiddenSize',
  'attentionHeads',
  'kvHeads',
  'headDim',
  'kvLoraRank',
  'qkRopeHeadDim',
  'qkNopeHeadDim',
  'vHeadDim',
  'fullAttentionLayers',
  'fullKvHeads',
  'fullHeadDim',
  'slidingWindow',
  'slidingWindowLayers',
  'slidingKvHeads',
  'linearAttention',
  'intermediateSize',
  'expertIntermediateSize',
  'sharedExpertIntermediateSize',
  'experts',
  'expertsPerToken',
  'vocabSize',
  'tieEmbeddings',
] as const satisfies readonly (keyof ArchitectureFacts)[];

/** The records of the estimator as small as a page can do with, and the models of which the memory cannot be told. */
export function estimatorViewOf(
  all: Estimator,
  benchmarks: ReadonlyMap<string, Pick<Benchmark, 'scores'>>,
): { view: EstimatorView; untold: string[] } {
  const isLiveBench = SCORE_COLUMNS.livebench ?? (() => false);
  const told = [...all.models.values()].filter((model) => hasMemory(model, all));
  const { nodes, machines } = all.fitted;
  return {
    view: {
      models: told.map(({ shape, ...model }) => ({
        ...model,
        shape: { ...shape, architecture: shape.architecture && trimmed(shape.architecture) },
        liveBench: benchmarks.get(model.id)?.scores.find(isLiveBench)?.value ?? null,
      })),
      precisions: [...all.precisions.values()],
      machines: [...all.openMachines.values()],
      fitted: { nodes, machines },
      teraOps: Object.fromEntries(Object.values(OWN_CLASS).map((name) => [name, all.teraOps[name]])),
      measuredRows: nodes
        .filter((node) => node.class === null)
        .reduce((sum, { rows }) => sum + rows.decode + rows.prefill + rows.throughput, 0),
    },
    untold: [...all.models.values()].filter((model) => !told.includes(model)).map(({ name }) => name),
  };
}

function hasMemory(model: Parameters<typeof memoryInput>[0]['model'], { precisions, machines }: Estimator) {
  const [precision] = precisions.values();
  const [machine] = machines.values();
  if (!precision || !machine) return false;
  const input = memoryInput({
    model,
    precision,
    devices: 1,
    engine: 'vllm',
    contextTokens: 1,
    users: 1,
    keyPrecision: 'f16',
    valuePrecision: 'f16',
    promptTokens: 1,
    generatedTokens: 1,
  });
  return fitOf(input, machine.memory) !== null;
}

function trimmed(architecture: ArchitectureFacts): ArchitectureFacts {
  const kept = READ.flatMap((key) =>
    architecture[key] === undefined ? [] : [[key, architecture[key]] as const],
  );
  return Object.fromEntries(kept) as unknown as ArchitectureFacts;
}
