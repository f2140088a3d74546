import { bytesReadPerToken, decodeCeilingTokensPerSecond, modelFacts, weightsBytes } from '../core/bounds.ts';
import type { FilterableRow } from '../core/model-table.ts';
import type { Benchmark, Score } from '../schema/benchmark.ts';
import type { Hardware } from '../schema/hardware.ts';
import type { Model } from '../schema/model.ts';
import { claimViews, type ClaimView } from './claims.ts';
import { load, need } from './load.ts';
import { sourceViews, type SourceView } from './source-view.ts';

export interface CellView {
  text: string;
  facts?: { label: string; content: string }[];
  sources?: SourceView[];
  recalled?: boolean;
  claim?: ClaimView;
}

export interface ModelRow extends FilterableRow {
  name: string;
  developerName: string;
  href: string;
  cells: Record<string, CellView | null>;
}

/** A cell with what it sorts by. */
type Value = { cell: CellView; sortKey: number | string } | null;
type Provenance = { source: string; confidence: string };

/** The machine the guide states; its bandwidth bounds the speed columns. */
const GUIDE_MACHINE = '2x-xeon-e5-2680-v4';

/** Which score a column shows: one benchmark, one way of measuring it, so that rows may be compared. */
const SCORE_COLUMNS: Record<string, (score: Score) => boolean> = {
  bigcodebench: ({ benchmark, variant }) => benchmark === 'BigCodeBench-Full' && variant === 'instruct 子集',
  humaneval: (score) =>
    score.benchmark === 'HumanEval' && score.measuredBy.kind === 'vendor' && !isBase(score),
  'humaneval-evalplus': (score) => score.benchmark === 'HumanEval' && byEvalPlus(score),
  mbpp: (score) => score.benchmark === 'MBPP' && score.measuredBy.kind === 'vendor' && !isBase(score),
  'mbpp-evalplus': (score) => score.benchmark === 'MBPP' && byEvalPlus(score),
  'livecodebench-v5': ({ benchmark, variant }) => benchmark === 'LiveCodeBench' && variant === 'v5',
};
const isBase = ({ variant }: Score) => variant.includes('基座');
const byEvalPlus = (score: Score) => score.measuredBy.name === 'EvalPlus' && !isBase(score);

/** Column → where the original prints the figure: the table, and the key that is not the model's. */
const CLAIM_COLUMNS: Record<string, [table: string, key: string]> = {
  'claim-humaneval': ['coding', 'humaneval'],
  'claim-mbpp': ['coding', 'mbpp'],
  'claim-livecodebench': ['coding', 'livecodebench'],
  'claim-rating': ['coding', 'rating'],
  'claim-bf16': ['resources', 'bf16'],
  'claim-int8': ['resources', 'int8'],
  'claim-int4': ['resources', 'int4'],
  'claim-disk': ['resources', 'disk'],
  'claim-ttft': ['speed', 'first-token'],
  'claim-decode': ['speed', 'decode'],
  'claim-thousand': ['speed', 'thousand'],
  'claim-tools': ['features', 'tools'],
  'claim-streaming': ['features', 'streaming'],
  'claim-languages': ['features', 'languages'],
  'claim-chinese': ['features', 'chinese'],
  'claim-context': ['features', 'context'],
};

const TOOLS = { yes: '支持', partial: '部分支持', no: '无依据' } as const;
const REASONING = { none: '无', hybrid: '可切换', always: '始终' } as const;
const LICENSE = { yes: '可商用', conditions: '有条件', no: '不可商用' } as const;
const MEASURED_BY = {
  independent: '独立评测',
  vendor: '厂商自报',
  'other-vendor': '其他厂商测',
  'third-party-relay': '转引',
} as const;

/** Rows of the model table, one a model, every cell with its source; `href` adds the site's base. */
export async function modelRows(href: (path: string) => string): Promise<ModelRow[]> {
  const [models, benchmarks, hardware, claims, source] = await Promise.all([
    load('models'),
    load('benchmarks'),
    load('hardware'),
    claimViews(href),
    sourceViews(),
  ]);
  const machine = need(hardware, GUIDE_MACHINE, 'hardware');

  return [...models].map(([id, model]) => {
    const values: Record<string, Value> = {
      ...factValues(model, source),
      ...memoryValues(model, source),
      ...speedValues(model, machine, source),
    };
    for (const [key, matches] of Object.entries(SCORE_COLUMNS)) {
      values[key] = scoreValue(benchmarks.get(id), matches, source);
    }
    for (const [key, [table, item]] of Object.entries(CLAIM_COLUMNS)) {
      const claim = claims.ofModel(table, item, id);
      values[key] = claim && { cell: { text: claim.text, claim }, sortKey: claim.low ?? claim.text };
    }
    const column = <T>(pick: (value: NonNullable<Value>) => T) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value && pick(value)]));

    return {
      id,
      name: model.shortName,
      developer: model.developer.id,
      developerName: model.developer.name,
      href: href(model.guide?.path ?? '/models/'),
      searchText: [
        id,
        model.name,
        model.shortName,
        model.family,
        model.developer.name,
        ...(model.aliases ?? []),
      ]
        .join(' ')
        .toLowerCase(),
      paramsB: model.parameters.exact ? model.parameters.exact.total / 1e9 : model.parameters.publishedB,
      abilities: [
        ...(model.abilities.code ? (['code'] as const) : []),
        ...(model.abilities.tools.value === 'no' ? [] : (['tools'] as const)),
        ...(model.abilities.reasoning.value === 'none' ? [] : (['reasoning'] as const)),
        ...(model.abilities.vision ? (['vision'] as const) : []),
      ],
      commercialUse: model.license.commercialUse,
      weightsGb: {
        bf16: numberOf(values['weights-bf16']),
        'q8-0': numberOf(values['file-q8']),
        'q4-k-m': numberOf(values['file-q4']),
      },
      sortKeys: { name: model.shortName, ...column(({ sortKey }) => sortKey) },
      cells: column(({ cell }) => cell),
    };
  });
}

const numberOf = (value: Value | undefined) => (typeof value?.sortKey === 'number' ? value.sortKey : null);

type Lookup = (id: string) => SourceView;

function value(
  text: string,
  sortKey: number | string,
  from: Provenance,
  source: Lookup,
  facts: CellView['facts'] = [],
): NonNullable<Value> {
  return {
    sortKey,
    cell: {
      text,
      sources: [source(from.source)],
      ...(facts.length > 0 ? { facts } : {}),
      ...(from.confidence === 'recalled' ? { recalled: true } : {}),
    },
  };
}

const fact = (label: string, content: string | undefined) =>
  content === undefined ? [] : [{ label, content }];
const billions = (parameters: number) => (parameters / 1e9).toFixed(1);

function factValues(model: Model, source: Lookup): Record<string, Value> {
  const { parameters, license, context, abilities, languages, release } = model;
  const { exact } = parameters;
  const tokens = (count: number) => count.toLocaleString('en-US');
  return {
    params: exact
      ? value(billions(exact.total), exact.total / 1e9, exact, source, [
          { label: '精确', content: `${tokens(exact.total)}，由 config.json 的结构逐层数出` },
          { label: '官方写', content: `${parameters.publishedB}B` },
        ])
      : value(String(parameters.publishedB), parameters.publishedB, parameters, source),
    active:
      parameters.activePublishedB === null
        ? null
        : value(String(parameters.activePublishedB), parameters.activePublishedB, parameters, source),
    developer: value(model.developer.name, model.developer.name, release, source),
    released: value(release.date, release.date, release, source),
    license:
      license.commercialUse === null
        ? null
        : value(LICENSE[license.commercialUse], LICENSE[license.commercialUse], license, source, [
            { label: '许可证', content: license.name },
            ...fact('条件', license.condition),
          ]),
    context: value(tokens(context.native), context.native, context, source, fact('说明', context.note)),
    'context-extended':
      context.extended === null
        ? null
        : value(tokens(context.extended), context.extended, context, source, fact('说明', context.note)),
    tools: value(
      TOOLS[abilities.tools.value],
      TOOLS[abilities.tools.value],
      abilities.tools,
      source,
      fact('说明', abilities.tools.note),
    ),
    reasoning: value(
      REASONING[abilities.reasoning.value],
      REASONING[abilities.reasoning.value],
      abilities.reasoning,
      source,
    ),
    languages: languages?.programmingLanguages
      ? value(String(languages.programmingLanguages), languages.programmingLanguages, languages, source, [
          { label: '说明', content: languages.note },
        ])
      : null,
  };
}

function memoryValues(model: Model, source: Lookup): Record<string, Value> {
  const { exact } = model.parameters;
  const bf16 = exact && weightsBytes({ parameters: exact.total, bits: 16 });
  const file = (precision: string): Value => {
    const found = model.files.find((candidate) => candidate.precision === precision);
    return found
      ? value(String(found.sizeGb), found.sizeGb, found, source, [
          { label: 'Ollama 标签', content: found.tag },
        ])
      : null;
  };
  return {
    'weights-bf16':
      exact && bf16
        ? value((bf16.value / 1e9).toFixed(1), bf16.value / 1e9, exact, source, [
            { label: '算法', content: `${bf16.formula} = ${(bf16.value / 1e9).toFixed(1)} GB，只算权重` },
          ])
        : null,
    'file-q8': file('q8-0'),
    'file-q4': file('q4-k-m'),
  };
}

function speedValues(model: Model, machine: Hardware, source: Lookup): Record<string, Value> {
  const facts = modelFacts(model);
  const { bandwidth } = machine;
  const { exact } = model.parameters;
  if (!facts || !bandwidth || !exact) return { 'ceiling-bf16': null, 'ceiling-q4': null };
  const ceiling = (bits: number): Value => {
    const read = bytesReadPerToken({ ...facts, bits });
    const speed = decodeCeilingTokensPerSecond({
      bandwidthGbPerSecond: bandwidth.gbPerSecond,
      bytesPerToken: read.value,
    });
    const shown = speed.value.toFixed(speed.value < 10 ? 2 : 1);
    return value(shown, speed.value, bandwidth, source, [
      { label: '算法', content: `${speed.formula} = ${shown} tok/s；单个请求不可能更快` },
      { label: '每个 token', content: `至少读 ${read.formula} 字节` },
    ]);
  };
  return { 'ceiling-bf16': ceiling(16), 'ceiling-q4': ceiling(4) };
}

function scoreValue(of: Benchmark | undefined, matches: (score: Score) => boolean, source: Lookup): Value {
  const score = of?.scores.find(matches);
  if (!score) return null;
  return value(score.value.toFixed(1), score.value, score, source, [
    { label: '谁测的', content: `${MEASURED_BY[score.measuredBy.kind]}：${score.measuredBy.name}` },
    { label: '设置', content: [score.variant, score.window, score.metric].filter(Boolean).join('，') },
    { label: '日期', content: score.date },
    ...fact('备注', score.note),
  ]);
}
