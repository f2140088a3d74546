import { weightsBytes } from '../core/bounds.ts';
import { scoreKey } from '../core/scores.ts';
import type { Score } from '../schema/benchmark.ts';
import type { Model } from '../schema/model.ts';
import { cellOf, developerCell, fact, type CellView, type Lookup } from './cells.ts';
import { load, need } from './load.ts';
import { once } from './once.ts';
import { ABILITY_WORDS, LICENCE_WORDS, MEASURED_BY } from './words.ts';
import { sourceViews } from './source-view.ts';

interface Labelled {
  label: string;
  cell: CellView | null;
}

interface Row {
  id: string;
  name: string;
  href?: string;
  cells: Record<string, CellView | null>;
  sortKeys: Record<string, number | string | null>;
}

const grouped = (value: number) => value.toLocaleString('en-US');

/** What the page of a model shows, section by section; every figure with its source. */
export async function modelPage(id: string, href: (path: string) => string) {
  const [models, benchmarks, quantizations, source] = await Promise.all([
    load('models'),
    load('benchmarks'),
    load('quantizations'),
    sourceViews(),
  ]);
  const model = need(models, id, 'models');
  const fields = await scoreFields();
  const precisionName = (precision: string) => quantizations.get(precision)?.name ?? precision;
  const relative = (other: string) => ({
    name: need(models, other, 'models').name,
    href: href(`/models/${other}/`),
  });

  return {
    facts: facts(model, source),
    licence: licence(model, source),
    abilities: abilities(model, source),
    scores: (benchmarks.get(id)?.scores ?? []).map((score, index) => scoreRow(score, index, fields, source)),
    files: fileRows(model, precisionName, source),
    engines: engines(model, source),
    successor: model.successor ? relative(model.successor) : undefined,
    siblings: ((await families()).get(model.family) ?? []).filter((other) => other !== id).map(relative),
  };
}

function facts(model: Model, source: Lookup): Labelled[] {
  const { parameters, architecture, context, release, languages, kvCache } = model;
  const { exact } = parameters;
  const rows: (Labelled | null)[] = [
    { label: '开发者', cell: developerCell(model) },
    { label: '发布日期', cell: cellOf(release.date, release, source) },
    {
      label: '参数量',
      cell: cellOf(
        `${parameters.publishedB}B${parameters.activePublishedB === null ? '' : `（激活 ${parameters.activePublishedB}B）`}`,
        parameters,
        source,
      ),
    },
    {
      label: '精确参数量',
      cell: exact
        ? cellOf(
            `${grouped(exact.total)}${exact.active ? `（激活 ${grouped(exact.active)}）` : ''}`,
            exact,
            source,
            [{ label: '口径', content: '按结构逐层数出，只算文本模型' }],
          )
        : null,
    },
    {
      label: '上下文长度',
      cell: cellOf(
        `${grouped(context.native)} token${context.extended ? `，扩展到 ${grouped(context.extended)}` : ''}`,
        context,
        source,
        fact('说明', context.note),
      ),
    },
    { label: '语言', cell: languages ? cellOf(languages.note, languages, source) : null },
    {
      label: '结构',
      cell: architecture
        ? cellOf(
            `${architecture.type === 'moe' ? '混合专家（MoE）' : '稠密'}，${architecture.layers} 层，注意力 ${architecture.attention.toUpperCase()}`,
            architecture,
            source,
          )
        : null,
    },
    {
      label: 'KV 缓存',
      cell: kvCache
        ? cellOf(`每 token ${grouped(kvCache.bytesPerToken16bit)} 字节（16 位）`, kvCache, source, [
            ...(kvCache.fixedBytes16bit > 0
              ? [
                  {
                    label: '另加',
                    content: `每个请求固定 ${grouped(kvCache.fixedBytes16bit)} 字节（滑动窗口层）`,
                  },
                ]
              : []),
          ])
        : null,
    },
  ];
  return rows.filter((row) => row !== null);
}

function licence({ license }: Model, source: Lookup) {
  const decision = license.commercialUse === null ? '未公布' : LICENCE_WORDS[license.commercialUse];
  return {
    use: license.commercialUse,
    decision,
    condition: license.condition,
    cell: cellOf(license.name, license, source, fact('条件', license.condition)),
  };
}

function abilities({ abilities: has }: Model, source: Lookup): Labelled[] {
  return [
    {
      label: '工具调用',
      cell: cellOf(ABILITY_WORDS.tools[has.tools.value], has.tools, source, fact('说明', has.tools.note)),
    },
    { label: '推理模式', cell: cellOf(ABILITY_WORDS.reasoning[has.reasoning.value], has.reasoning, source) },
    { label: '输入', cell: { text: has.vision ? '文本、图像' : '文本' } },
  ];
}

/** Ids of the models of each family. */
const families = once(async () => {
  const found = new Map<string, string[]>();
  for (const [id, { family }] of await load('models')) {
    const ids = found.get(family) ?? [];
    ids.push(id);
    found.set(family, ids);
  }
  return found;
});

interface ScoreField {
  /** Models in it. */
  ids: Set<string>;
  best: number;
}

/** Scores that may be compared, by their key: the field a score stands in. */
const scoreFields = once(async () => {
  const found = new Map<string, ScoreField>();
  for (const [id, { scores }] of await load('benchmarks')) {
    for (const score of scores) {
      const key = scoreKey(score);
      const { ids = new Set<string>(), best = -Infinity } = found.get(key) ?? {};
      found.set(key, { ids: ids.add(id), best: Math.max(best, score.value) });
    }
  }
  return found;
});

/** A score with who measured it and how. */
export function scoreCell(score: Score, source: Lookup): CellView {
  return cellOf(`${score.value}${score.unit === '%' ? '%' : ''}`, score, source, [
    { label: '谁测的', content: `${MEASURED_BY[score.measuredBy.kind]}：${score.measuredBy.name}` },
    { label: '设置', content: `${setting(score)}，${score.metric}` },
    ...fact('日期', score.date),
    ...fact('备注', score.note),
    ...fact('不参加比较', score.unranked),
  ]);
}

const setting = ({ variant, window, mode }: Score) =>
  [variant, window, mode === 'thinking' ? '推理模式' : undefined].filter(Boolean).join('，');

function scoreRow(score: Score, index: number, fields: ReadonlyMap<string, ScoreField>, source: Lookup): Row {
  const { ids, best } = fields.get(scoreKey(score)) ?? { ids: new Set(), best: score.value };
  return {
    id: String(index),
    name: score.benchmark,
    cells: {
      value: scoreCell(score, source),
      field: ids.size > 1 ? { text: `${ids.size} 个里最高 ${best}` } : null,
      by: { text: MEASURED_BY[score.measuredBy.kind] },
      setting: { text: setting(score) },
      date: score.date ? { text: score.date } : null,
    },
    // The bar is the share of the best comparable score: 100 % is that score.
    sortKeys: { value: best > 0 ? (score.value / best) * 100 : null },
  };
}

function fileRows(model: Model, precisionName: (precision: string) => string, source: Lookup): Row[] {
  const { exact } = model.parameters;
  const rows: Row[] = [];
  if (exact) {
    const bf16 = weightsBytes({ parameters: exact.total, bits: 16 });
    rows.push({
      id: 'computed-bf16',
      name: 'BF16 权重',
      cells: {
        size: cellOf(`${(bf16.value / 1e9).toFixed(1)}`, exact, source, [
          { label: '算法', content: `${bf16.formula} = ${(bf16.value / 1e9).toFixed(1)} GB，只算权重` },
        ]),
        kind: { text: '算得' },
        tag: null,
      },
      sortKeys: { size: bf16.value / 1e9 },
    });
  }
  for (const file of model.files) {
    rows.push({
      id: file.tag,
      name: precisionName(file.precision),
      cells: {
        size: cellOf(String(file.sizeGb), file, source, fact('说明', file.note)),
        kind: { text: 'Ollama 文件' },
        tag: { text: file.tag },
      },
      sortKeys: { size: file.sizeGb },
    });
  }
  return rows;
}

function engines({ engines: known, quantizedRepositories }: Model, source: Lookup): Labelled[] {
  const { vllm, llamaCpp, ollama } = known;
  const rows: (Labelled | null)[] = [
    vllm && {
      label: 'vLLM',
      cell: cellOf(`配方要求 ${vllm.minVersion} 以上`, vllm, source, [
        ...(vllm.vram ?? []).map(({ precision, gb }) => ({
          label: '显存至少',
          content: `${precision}：${gb} GB`,
        })),
      ]),
    },
    llamaCpp && {
      label: 'llama.cpp',
      cell: cellOf(`GGUF 结构 ${llamaCpp.architecture}`, llamaCpp, source),
    },
    ollama && {
      label: 'Ollama',
      cell: cellOf(
        ollama.cloudOnly ? `${ollama.tag}（只在云端）` : ollama.tag,
        ollama,
        source,
        fact('说明', ollama.note),
      ),
    },
    quantizedRepositories
      ? {
          label: '官方量化',
          cell: cellOf(quantizedRepositories.names.join('、'), quantizedRepositories, source),
        }
      : null,
  ];
  return rows.filter((row) => row !== null);
}
