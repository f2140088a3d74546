import { kvCacheBytes } from '../../core/kv-cache.ts';
import { countParameters } from '../../core/parameters.ts';
import type { Architecture } from '../../schema/architecture.ts';
import { faultAt } from './fault.ts';
import type { Entry, Fault, Library } from './fault.ts';

/** Everything that has an architecture: models, and checkpoints without a page. */
const built = ({ models, architectures }: Library): Entry<{ architecture: Architecture | null }>[] => [
  ...models.entries,
  ...architectures.entries,
];

/** Layers of every kind add up to all layers; a note tells why some have neither cache nor state. */
export function assertLayersAddUp(library: Library): Fault[] {
  return built(library).flatMap((entry) => {
    const { architecture } = entry.value;
    if (!architecture || architecture.fullAttentionLayers === null) return [];
    const { layers, fullAttentionLayers, slidingWindowLayers, linearAttention, note } = architecture;
    const sum = fullAttentionLayers + (slidingWindowLayers ?? 0) + (linearAttention?.layers ?? 0);
    if (sum === layers || (sum < layers && note !== undefined)) return [];
    const message = `全注意力、滑动与线性层合计 ${sum}，与 layers 不符；改正层数，真有别种层就在 note 里说明`;
    return [faultAt(entry, ['architecture', 'layers'], message)];
  });
}

/** A mixture of experts says how many it has and selects; a dense model has none. */
export function assertExpertsTold(library: Library): Fault[] {
  return built(library).flatMap((entry) => {
    const { architecture } = entry.value;
    if (!architecture) return [];
    const { type, experts, expertsPerToken } = architecture;
    const at = (field: string, message: string) => [faultAt(entry, ['architecture', field], message)];
    if (type === 'dense')
      return experts === null ? [] : at('experts', '稠密模型没有专家：写 null，或把 type 改成 moe');
    if (experts === null || expertsPerToken === null) {
      const missing = experts === null ? 'experts' : 'expertsPerToken';
      return at(missing, '混合专家要写专家数和每个 token 选中的专家数');
    }
    if (expertsPerToken <= experts) return [];
    return at('expertsPerToken', `选中的专家不能多于专家数 experts（${experts}）`);
  });
}

/** The published cache figures follow from layers and heads; where an engine counts otherwise, a note says so. */
export function assertKvCacheFollowsArchitecture(library: Library): Fault[] {
  return library.models.entries.flatMap((entry) => {
    const { architecture, kvCache } = entry.value;
    const counted = architecture && kvCacheBytes(architecture);
    if (!kvCache || kvCache.note !== undefined || !counted) return [];
    const pairs = [
      ['bytesPerToken16bit', counted.bytesPerToken],
      ['fixedBytes16bit', counted.fixedBytes],
    ] as const;
    return pairs.flatMap(([field, bytes]) => {
      if (kvCache[field] === bytes) return [];
      const message = `按结构算出的是 ${bytes}；核对层数、头数和宽度，出处确实不同就在 kvCache.note 里说明`;
      return [faultAt(entry, ['kvCache', field], message)];
    });
  });
}

/** Where the cache is not known, the record says why memory cannot be estimated; elsewhere it says nothing of it. */
export function assertMemoryEstimateExplained(library: Library): Fault[] {
  return library.models.entries.flatMap((entry) => {
    const { kvCache, noMemoryEstimate } = entry.value;
    if ((kvCache === null) === (noMemoryEstimate !== undefined)) return [];
    const message = kvCache
      ? 'kvCache 已有数字，显存能估算，删去这一行'
      : 'kvCache 是 null，补上 noMemoryEstimate：用一句话说明为什么没有显存估算';
    return [faultAt(entry, ['noMemoryEstimate'], message)];
  });
}

/** The share by which a count may differ from what the architecture gives: small parts are not all told. */
const COUNT_TOLERANCE = 0.002;

/** The parameters of a checkpoint without a page are those its architecture gives, unless a note says why not. */
export function assertCountFollowsArchitecture(library: Library): Fault[] {
  return library.architectures.entries.flatMap((entry) => {
    const { architecture, parameters } = entry.value;
    const counted = architecture && countParameters(architecture);
    if (!counted || parameters.note !== undefined) return [];
    return (['total', 'active'] as const).flatMap((field) => {
      const [written, expected] = [parameters[field], counted[field]];
      if (written === expected) return [];
      if (written !== null && expected !== null && Math.abs(written / expected - 1) <= COUNT_TOLERANCE)
        return [];
      const message = `按结构算出的是 ${expected}；核对层数、宽度和词表，出处确实不同就在 parameters.note 里说明`;
      return [faultAt(entry, ['parameters', field], message)];
    });
  });
}
