import type { MachineClass } from '../machine-class.ts';
import type { Architecture, Checkpoint } from '../../schema/architecture.ts';
import type { Model } from '../../schema/model.ts';

/** An architecture without what only says where it was read. */
export type ArchitectureFacts = Omit<
  Architecture,
  'source' | 'confidence' | 'nativePrecision' | 'mixedPrecision' | 'note'
>;

/** What the estimator needs to know of a model, however it was found. */
export interface ModelShape {
  totalParameters: number;
  /** Read for one token: without the input embedding table, of which one row is looked up; only the active experts. */
  readParameters: number;
  /** Of one embedding table, vocabulary × hidden size; 0 where it is not known. */
  embeddingParameters: number;
  /** True where input embedding and output projection are one table. */
  tieEmbeddings: boolean;
  layers: number;
  /** Hidden size; 0 where it is not known. */
  hiddenSize: number;
  /** Null for a dense model. */
  mixture: { experts: number | null; expertsPerToken: number | null } | null;
  /** For the KV cache; null where it is not known. */
  architecture: ArchitectureFacts | null;
  /** Whether the parameters were counted; else they are a rounded statement. */
  exact: boolean;
}

/** What the estimator needs to know of a machine; figures of one device where it has several. */
export interface MachineShape {
  class: MachineClass;
  /** Theoretical peak, 10⁹ bytes a second. */
  bandwidthGbPerSecond: number;
  /** Dense 16-bit operations, 10¹² a second; those typical of its class where it publishes none. */
  teraOps: number;
  /** Id of the record, where there is one: some machines have a factor of their own. */
  id: string | null;
}

/**
 * Shape of a model of which only the size is known: parameters in billions. Layers as in dense models of that size,
 * the embedding not told apart.
 */
export function shapeOfSize({ totalB, activeB }: { totalB: number; activeB: number | null }): ModelShape {
  return {
    totalParameters: totalB * 1e9,
    readParameters: (activeB ?? totalB) * 1e9,
    embeddingParameters: 0,
    tieEmbeddings: true,
    layers: typicalLayers(totalB),
    hiddenSize: 0,
    mixture: activeB === null ? null : { experts: null, expertsPerToken: null },
    architecture: null,
    exact: false,
  };
}

/** Layers of a model by its parameters in billions: 32 at 8 B, about 80 at 70 B, as dense models are built. */
function typicalLayers(totalB: number): number {
  return Math.round(Math.min(96, Math.max(12, 32 * (totalB / 8) ** 0.42)));
}

/** What counted parameters and an architecture say of a model. */
export function shapeOfArchitecture(
  parameters: { total: number; active: number | null },
  architecture: ArchitectureFacts,
): ModelShape {
  const { type, layers, hiddenSize, vocabSize, tieEmbeddings, experts, expertsPerToken } = architecture;
  const embeddingParameters = (vocabSize ?? 0) * hiddenSize;
  const inputTable = tieEmbeddings === false ? embeddingParameters : 0;
  return {
    totalParameters: parameters.total,
    readParameters: parameters.active ?? parameters.total - inputTable,
    embeddingParameters,
    tieEmbeddings: tieEmbeddings ?? true,
    layers,
    hiddenSize,
    mixture: type === 'moe' ? { experts, expertsPerToken } : null,
    architecture,
    exact: true,
  };
}

/** Shape of a model record; from the published size where its parameters have not been counted. */
export function shapeOfModel({
  parameters,
  architecture,
}: Pick<Model, 'parameters' | 'architecture'>): ModelShape {
  const { exact, publishedB, activePublishedB } = parameters;
  if (exact && architecture && (architecture.type === 'dense' || exact.active !== null)) {
    return shapeOfArchitecture(exact, architecture);
  }
  const rough = shapeOfSize({ totalB: publishedB, activeB: activePublishedB });
  if (!architecture) return exact ? { ...rough, totalParameters: exact.total, exact: true } : rough;
  const known = shapeOfArchitecture(
    {
      total: exact?.total ?? publishedB * 1e9,
      active: exact?.active ?? (activePublishedB ?? publishedB) * 1e9,
    },
    architecture,
  );
  return { ...known, exact: exact !== null };
}

/** Shape of a checkpoint without a page; by its size where only the parameters are known. */
export function shapeOfCheckpoint({
  parameters,
  architecture,
}: Pick<Checkpoint, 'parameters' | 'architecture'>): ModelShape {
  if (architecture) return shapeOfArchitecture(parameters, architecture);
  const { total, active } = parameters;
  const rough = shapeOfSize({ totalB: total / 1e9, activeB: active === null ? null : active / 1e9 });
  return { ...rough, exact: total % ROUND !== 0 };
}

/** A count that this divides was rounded by its source: 33 B, 11.95 B. */
const ROUND = 10_000_000;
