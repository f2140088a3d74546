import { bytesReadPerToken, decodeCeilingTokensPerSecond, modelFacts, weightsBytes } from '../core/bounds.ts';
import { TABLE_PRECISIONS, type FilterableRow, type TablePrecision } from '../core/model-table.ts';
import { plainText } from '../core/plain-text.ts';
import { SCORE_COLUMNS } from '../core/score-columns.ts';
import type { Benchmark, Score } from '../schema/benchmark.ts';
import type { Hardware } from '../schema/hardware.ts';
import type { Model } from '../schema/model.ts';
import {
  developerCell,
  fact,
  shortKey,
  splitValues,
  valueOf,
  type CellView,
  type Lookup,
  type Value,
} from './cells.ts';
import { claimViews } from './claims.ts';
import { load, need } from './load.ts';
import { estimator } from './estimator.ts';
import { ASKED, neededMemory } from './estimates.ts';
import { estimatedValues } from './model-estimates.ts';
import { onceFor } from './once.ts';
import { sourceViews } from './source-view.ts';
import { ABILITY_WORDS, LICENCE_WORDS, MEASURED_BY } from './words.ts';

export interface ModelRow extends FilterableRow {
  name: string;
  developerName: string;
  href: string;
  dot: { color: string; title: string };
  cells: Record<string, CellView | null>;
}

/** The machine the guide states; its bandwidth bounds the speed columns. */
const GUIDE_MACHINE = '2x-xeon-e5-2680-v4';

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

/** Rows of the model table, one a model, every cell with its source; `href` adds the site's base. */
export const modelRows = onceFor(makeRows);

/** The same rows by the ids of their models, for pages of which each asks for a few. */
export const modelRowsById = onceFor(
  async (href: (path: string) => string) => new Map((await modelRows(href)).map((row) => [row.id, row])),
);

async function makeRows(href: (path: string) => string): Promise<ModelRow[]> {
  const [models, benchmarks, hardware, claims, source] = await Promise.all([
    load('models'),
    load('benchmarks'),
    load('hardware'),
    claimViews(href),
    sourceViews(),
  ]);
  const machine = need(hardware, GUIDE_MACHINE, 'hardware');

  const developers = [...new Set([...models.values()].map(({ developer }) => developer.id))].sort();

  // Newest first: what a reader most likely looks for, until they sort.
  const newestFirst = [...models].sort(([, a], [, b]) => b.release.date.localeCompare(a.release.date));
  const estimated = await estimatedValues(GUIDE_MACHINE);
  const rowOf = async ([id, model]: [string, Model]): Promise<ModelRow> => {
    const values: Record<string, Value> = {
      ...factValues(model, source),
      ...memoryValues(model, source),
      ...speedValues(model, machine, source),
      ...estimated.get(id),
    };
    for (const [key, matches] of Object.entries(SCORE_COLUMNS)) {
      values[key] = scoreValue(benchmarks.get(id), matches, source);
    }
    for (const [key, [table, item]] of Object.entries(CLAIM_COLUMNS)) {
      const claim = claims.ofModel(table, item, id);
      values[key] = claim && { cell: { text: claim.text, claim }, sortKey: claim.low ?? claim.text };
    }
    const { cells, sortKeys } = splitValues(values);

    return {
      id,
      name: model.shortName,
      developer: model.developer.id,
      family: model.family,
      developerName: model.developer.name,
      href: href(`/models/${id}/`),
      dot: { color: developerColor(developers.indexOf(model.developer.id)), title: model.developer.name },
      searchText: [
        id,
        model.name,
        model.shortName,
        model.family,
        model.developer.name,
        // Most are how the name is typed without Chinese characters.
        model.developer.id,
        ...(model.aliases ?? []),
        // Its host stands in all of them.
        model.repository ? new URL(model.repository).pathname : '',
      ]
        .map((words) => plainText(words))
        // A word does not run from one into the other.
        .join(' | '),
      paramsB: model.parameters.exact ? model.parameters.exact.total / 1e9 : model.parameters.publishedB,
      abilities: [
        ...(model.abilities.code ? (['code'] as const) : []),
        ...(model.abilities.tools.value === 'no' ? [] : (['tools'] as const)),
        ...(model.abilities.reasoning.value === 'none' ? [] : (['reasoning'] as const)),
        ...(model.abilities.vision ? (['vision'] as const) : []),
      ],
      commercialUse: model.license.commercialUse,
      weightsGb: await weightsGb(id, model),
      sortKeys: { name: model.shortName, ...sortKeys },
      cells,
    };
  };
  return Promise.all(newestFirst.map(rowOf));
}

/** Sixteen bits are as many in either format. */
const FILES: Record<TablePrecision, readonly string[]> = {
  bf16: ['bf16', 'fp16'],
  'q8-0': ['q8-0'],
  'q4-k-m': ['q4-k-m'],
};

/** Weights by precision: the published file, else what the estimator reckons. */
async function weightsGb(id: string, { files }: Model): Promise<ModelRow['weightsGb']> {
  const model = (await estimator()).models.get(id);
  const of = async (precision: TablePrecision) => {
    const file = files.find((one) => FILES[precision].includes(one.precision) && one.note === undefined);
    if (file) return file.sizeGb;
    const needed = model && (await neededMemory(model, precision, 'llama.cpp', ASKED.contextTokens));
    const weights = needed?.parts.find(({ label }) => label === '权重');
    return weights ? Number((weights.value / 1e9).toFixed(2)) : null;
  };
  const all = TABLE_PRECISIONS.map(async (precision) => [precision, await of(precision)] as const);
  return Object.fromEntries(await Promise.all(all)) as ModelRow['weightsGb'];
}

/** One colour a developer, the same everywhere; after eight the palette begins again. */
const developerColor = (index: number) => `var(--c${(index % 8) + 1})`;

const billions = (parameters: number) => (parameters / 1e9).toFixed(1);

/** A dense model reads all its parameters for every token; of one whose structure is not known nothing is said. */
function allActive({ architecture, parameters }: Model, source: Lookup): Value {
  if (architecture?.type !== 'dense') return null;
  const { exact, publishedB } = parameters;
  return valueOf('全部', exact ? exact.total / 1e9 : publishedB, exact ?? parameters, source, [
    { label: '说明', content: '稠密模型，每个 token 读全部参数' },
  ]);
}

/** Grades sort from most to least, not by their words. */
const place = <Grade extends string>(words: Record<Grade, string>, grade: Grade) =>
  Object.keys(words).indexOf(grade);

function factValues(model: Model, source: Lookup): Record<string, Value> {
  const { parameters, license, context, abilities, languages, release } = model;
  const { exact } = parameters;
  const tokens = (count: number) => count.toLocaleString('en-US');
  return {
    params: exact
      ? valueOf(billions(exact.total), exact.total / 1e9, exact, source, [
          { label: '精确', content: `${tokens(exact.total)}，由 config.json 的结构逐层数出` },
          { label: '官方写', content: `${parameters.publishedB}B` },
        ])
      : valueOf(String(parameters.publishedB), parameters.publishedB, parameters, source),
    active:
      parameters.activePublishedB === null
        ? allActive(model, source)
        : valueOf(String(parameters.activePublishedB), parameters.activePublishedB, parameters, source),
    developer: { sortKey: model.developer.name, cell: developerCell(model) },
    released: valueOf(release.date, release.date, release, source),
    license:
      license.commercialUse === null
        ? null
        : valueOf(
            LICENCE_WORDS[license.commercialUse],
            place(LICENCE_WORDS, license.commercialUse),
            license,
            source,
            [{ label: '许可证', content: license.name }, ...fact('条件', license.condition)],
          ),
    context: valueOf(tokens(context.native), context.native, context, source, fact('说明', context.note)),
    'context-extended':
      context.extended === null
        ? null
        : valueOf(tokens(context.extended), context.extended, context, source, fact('说明', context.note)),
    tools: valueOf(
      ABILITY_WORDS.tools[abilities.tools.value],
      place(ABILITY_WORDS.tools, abilities.tools.value),
      abilities.tools,
      source,
      fact('说明', abilities.tools.note),
    ),
    reasoning: valueOf(
      ABILITY_WORDS.reasoning[abilities.reasoning.value],
      place(ABILITY_WORDS.reasoning, abilities.reasoning.value),
      abilities.reasoning,
      source,
    ),
    languages: languages?.programmingLanguages
      ? valueOf(String(languages.programmingLanguages), languages.programmingLanguages, languages, source, [
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
      ? valueOf(String(found.sizeGb), found.sizeGb, found, source, [
          { label: 'Ollama 标签', content: found.tag },
        ])
      : null;
  };
  return {
    'weights-bf16':
      exact && bf16
        ? valueOf((bf16.value / 1e9).toFixed(1), bf16.value / 1e9, exact, source, [
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
    return valueOf(shown, shortKey(speed.value), bandwidth, source, [
      { label: '算法', content: `${speed.formula} = ${shown} tok/s；单个请求不可能更快` },
      { label: '每个 token', content: `至少读 ${read.formula} 字节` },
    ]);
  };
  return { 'ceiling-bf16': ceiling(16), 'ceiling-q4': ceiling(4) };
}

function scoreValue(of: Benchmark | undefined, matches: (score: Score) => boolean, source: Lookup): Value {
  const score = of?.scores.find(matches);
  if (!score) return null;
  // Points are whole as they are printed; shares have one digit more.
  const text = score.unit === '%' ? score.value.toFixed(1) : String(score.value);
  return valueOf(text, score.value, score, source, [
    { label: '谁测的', content: `${MEASURED_BY[score.measuredBy.kind]}：${score.measuredBy.name}` },
    { label: '设置', content: [score.variant, score.window, score.metric].filter(Boolean).join('，') },
    ...fact('日期', score.date),
    ...fact('备注', score.note),
  ]);
}
