import { countParameters } from '../../core/parameters.ts';
import type { Architecture } from '../../schema/architecture.ts';
import { faultAt } from './fault.ts';
import type { Entry, Fault, Library } from './fault.ts';

/** What is wrong with a field of an architecture, for models and for checkpoints without a page. */
function eachArchitecture(
  { models, architectures }: Library,
  check: (architecture: Architecture) => { field: keyof Architecture; message: string }[],
): Fault[] {
  const built: Entry<{ architecture: Architecture | null }>[] = [...models.entries, ...architectures.entries];
  return built.flatMap((entry) =>
    (entry.value.architecture ? check(entry.value.architecture) : []).map(({ field, message }) =>
      faultAt(entry, ['architecture', field], message),
    ),
  );
}

/** Each head of keys and values serves the same number of attention heads; with plain attention, one. */
export function assertHeadsShared(library: Library): Fault[] {
  return eachArchitecture(library, ({ attention, attentionHeads, kvHeads }) => {
    if (kvHeads === null) return [];
    if (kvHeads > attentionHeads)
      return [{ field: 'kvHeads', message: `不能多于注意力头数 attentionHeads（${attentionHeads}）` }];
    if (attentionHeads % kvHeads !== 0)
      return [{ field: 'kvHeads', message: `要能整除注意力头数 attentionHeads（${attentionHeads}）` }];
    if (attention !== 'mha' || kvHeads === attentionHeads) return [];
    return [
      {
        field: 'attention',
        message: `mha 的 kvHeads 与 attentionHeads（${attentionHeads}）相同；这里不同，写 gqa`,
      },
    ];
  });
}

/** Latent attention has a compressed cache, and nothing else has. */
export function assertLatentRankTold(library: Library): Fault[] {
  return eachArchitecture(library, ({ attention, kvLoraRank, qkRopeHeadDim }) => {
    if (attention !== 'mla')
      return kvLoraRank === null
        ? []
        : [{ field: 'kvLoraRank', message: '只有 attention 是 mla 才有：写 null，或把 attention 改成 mla' }];
    const missing = [
      kvLoraRank === null && ('kvLoraRank' as const),
      qkRopeHeadDim === null && ('qkRopeHeadDim' as const),
    ].filter((field) => field !== false);
    return missing.map((field) => ({ field, message: 'attention 是 mla，照 config.json 写这个数' }));
  });
}

/** Sliding layers have a window, and a window has layers. */
export function assertWindowHasLayers(library: Library): Fault[] {
  return eachArchitecture(library, ({ attention, slidingWindow, slidingWindowLayers }) => {
    if (slidingWindow === null && (slidingWindowLayers ?? 0) > 0)
      return [
        {
          field: 'slidingWindow',
          message: `有 ${slidingWindowLayers} 个滑动层，写窗口的 token 数；没有滑动层就把 slidingWindowLayers 改成 0`,
        },
      ];
    // Compressed layers keep a window besides; its layers are not told apart.
    if (slidingWindow === null || slidingWindowLayers !== 0 || attention === 'compressed') return [];
    return [{ field: 'slidingWindow', message: '没有滑动层（slidingWindowLayers 是 0），写 null' }];
  });
}

/** A dense model reads all its parameters, and selects no experts. That more are active than there are is told elsewhere. */
export function assertDenseHasNoActivePart(library: Library): Fault[] {
  const selected = eachArchitecture(library, ({ type, expertsPerToken }) =>
    type === 'dense' && expertsPerToken !== null
      ? [{ field: 'expertsPerToken', message: '稠密模型没有专家：写 null，或把 type 改成 moe' }]
      : [],
  );
  const active = library.models.entries.flatMap((entry) => {
    const { architecture, parameters } = entry.value;
    if (architecture?.type !== 'dense') return [];
    const message = '稠密模型每个 token 用到全部参数：写 null，或把 architecture.type 改成 moe';
    return [
      ...(parameters.activePublishedB === null || parameters.activePublishedB > parameters.publishedB
        ? []
        : [faultAt(entry, ['parameters', 'activePublishedB'], message)]),
      ...(parameters.exact?.active && parameters.exact.active <= parameters.exact.total
        ? [faultAt(entry, ['parameters', 'exact', 'active'], message)]
        : []),
    ];
  });
  return [...selected, ...active];
}

/** The share by which counted active parameters may differ from those the maker prints, often rounded. */
const ACTIVE_TOLERANCE = 0.25;

/** Active parameters that were counted agree with those the maker states. */
export function assertActiveNearPublished(library: Library): Fault[] {
  return library.models.entries.flatMap((entry) => {
    const { exact, activePublishedB } = entry.value.parameters;
    if (!exact?.active || activePublishedB === null) return [];
    if (Math.abs(exact.active / 1e9 / activePublishedB - 1) <= ACTIVE_TOLERANCE) return [];
    const message = `由结构数出 ${exact.active}（exact.active），与它相差超过 ${ACTIVE_TOLERANCE * 100}%；核对位数和单位（十亿）`;
    return [faultAt(entry, ['parameters', 'activePublishedB'], message)];
  });
}

/** The share by which a model's count may differ from what its layers give: small parts are not all told. */
const COUNT_TOLERANCE = 0.02;

/** The parameters of a model are those its layers, widths and vocabulary give, with a gated feed-forward or a plain one. */
export function assertExactFollowsArchitecture(library: Library): Fault[] {
  return library.models.entries.flatMap((entry) => {
    const { architecture, parameters } = entry.value;
    if (!architecture || !parameters.exact || architecture.note !== undefined) return [];
    const { total } = parameters.exact;
    const counts = (['gated', 'plain'] as const).map(
      (feedForward) => countParameters({ ...architecture, feedForward })?.total,
    );
    const known = counts.filter((count) => count !== undefined);
    if (known.length === 0 || known.some((count) => Math.abs(total / count - 1) <= COUNT_TOLERANCE))
      return [];
    const message = `按结构算出的是 ${known[0]}；核对层数、宽度和词表，出处确实不同就在 architecture.note 里说明`;
    return [faultAt(entry, ['parameters', 'exact', 'total'], message)];
  });
}
