import { brandNames } from '../core/brand-names.ts';
import type { CompareModel, EstimateBasis } from '../core/compare/compare-model.ts';
import { neighboursOf } from '../core/compare/neighbours.ts';
import type { EstimatorPrecision } from '../core/estimate/estimate.ts';
import type { Api } from '../schema/api.ts';
import type { Model } from '../schema/model.ts';
import { cellOf, fact, type CellView, type Lookup } from './cells.ts';
import { estimator } from './estimator.ts';
import { tableMachines } from './estimates.ts';
import { load, need } from './load.ts';
import { modelPage } from './model-page.ts';
import { modelRows, modelRowsById } from './model-rows.ts';
import { machineName } from './model-speeds.ts';
import { once } from './once.ts';
import { sourceViews } from './source-view.ts';

type Href = (path: string) => string;

/** A cell with a line under it, and perhaps a verdict: `state` decides on icon and colour. */
export type CompareCellView = CellView & { note?: string; state?: 'fits' | 'tight' | 'no' };

/** The three models the guide recommends, in its order. */
export const GUIDE_MODELS = [
  'qwen2.5-coder-32b-instruct',
  'deepseek-coder-v2-lite-instruct',
  'qwen2.5-72b-instruct',
] as const;

const LICENCE_STATE = { yes: 'fits', conditions: 'tight', no: 'no' } as const;

/** The vendor that hosts most models on record, under the names of their repositories. */
const HOST = 'siliconflow';

/** What a comparison shows of one model: the same figures as its page and its row of the model table. */
export async function compareModel(id: string, href: Href): Promise<CompareModel<CompareCellView>> {
  const [models, benchmarks, apis, { models: estimated }, rows, page, source] = await Promise.all([
    load('models'),
    load('benchmarks'),
    load('apis'),
    estimator(),
    modelRowsById(href),
    modelPage(id, href),
    sourceViews(),
  ]);
  const model = need(models, id, 'models');
  const row = rows.get(id);
  if (!row) throw new Error(`模型表里没有「${id}」`);
  const fromRow = (key: string) => row.cells[key] ?? null;
  const fromPage = (list: { label: string; cell: CellView | null }[], label: string) => {
    const found = list.find((entry) => entry.label === label);
    if (!found) throw new Error(`模型页没有「${label}」；改了那里的名字，这里也要改`);
    return found.cell;
  };
  const price = hostedPrice(model, need(apis, HOST, 'apis'), source);
  const files = page.files.flatMap(({ name, cells: { size, tag } }): [string, CellView][] =>
    size
      ? [[`file:${name}`, { ...size, facts: [...(size.facts ?? []), ...fact('Ollama 标签', tag?.text)] }]]
      : [],
  );
  const { use, condition, cell: licence } = page.licence;
  const cells: [string, CompareCellView | null][] = [
    ...['developer', 'released', 'params'].map((key): [string, CellView | null] => [key, fromRow(key)]),
    ['active', model.architecture?.type === 'dense' ? { text: '全部（稠密）' } : fromRow('active')],
    ['structure', fromPage(page.facts, '结构')],
    ['context', fromRow('context')],
    ['context-extended', fromRow('context-extended')],
    ['languages', fromPage(page.facts, '语言')],
    [
      'licence',
      use && {
        ...licence,
        text: page.licence.decision,
        state: LICENCE_STATE[use],
        ...(condition && { note: condition }),
      },
    ],
    ['licence-name', licence],
    ['tools', fromPage(page.abilities, '工具调用')],
    ['reasoning', fromPage(page.abilities, '推理模式')],
    ['input', fromPage(page.abilities, '输入')],
    ['code', { text: model.abilities.code ? '是' : '否' }],
    ...files,
    ...page.engines.map(({ label, cell }): [string, CellView | null] => [`engine:${label}`, cell]),
    ...(price ? price.cells : []),
  ];
  return {
    id,
    name: row.name,
    href: row.href,
    developer: row.developerName,
    color: row.dot.color,
    cells: gathered(cells),
    numbers: {
      context: model.context.native,
      ...(model.context.extended !== null && { 'context-extended': model.context.extended }),
      ...price?.numbers,
    },
    scores: (benchmarks.get(id)?.scores ?? []).map((score, index) => {
      const cell = page.scores[index]?.cells.value;
      if (!cell) throw new Error(`模型页少了「${id}」的第 ${index + 1} 条成绩`);
      return { score, cell };
    }),
    estimator: estimated.get(id) ?? null,
  };
}

/** Cells by row; a row may have several. */
function gathered(cells: readonly [string, CompareCellView | null][]): Record<string, CompareCellView[]> {
  const found: Record<string, CompareCellView[]> = {};
  for (const [key, cell] of cells) if (cell) (found[key] ??= []).push(cell);
  return found;
}

/** What the host charges for a model of which it names the repository; null where it does not offer it. */
function hostedPrice({ repository }: Model, { prices }: Api, source: Lookup) {
  const path = repository && new URL(repository).pathname.slice(1);
  const price = prices.find(
    ({ name, region, currency, historical, suspect, converted }) =>
      name === path && region === 'mainland' && currency === 'CNY' && !historical && !suspect && !converted,
  );
  if (!price) return null;
  const facts = [
    { label: '名称', content: price.name },
    ...fact('核对于', price.checkedOn),
    ...(price.tiers ? [{ label: '分档', content: '这是第一档；输入更长时更贵' }] : []),
    ...fact('说明', price.note),
  ];
  const cell = (value: number) =>
    cellOf(String(value), price, source, facts, { kind: 'price', date: price.checkedOn });
  const cells: [string, CellView][] = [
    ['price-in', cell(price.inputPerMillion)],
    ['price-out', cell(price.outputPerMillion)],
  ];
  return { cells, numbers: { 'price-in': price.inputPerMillion, 'price-out': price.outputPerMillion } };
}

/** What can be chosen: names, and what finds them by typing. */
export async function compareChoices(href: Href) {
  const [rows, { precisions }, machines, hardware] = await Promise.all([
    modelRows(href),
    estimator(),
    tableMachines(),
    load('hardware'),
  ]);
  return {
    models: [...rows]
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
      .map(({ id, name, paramsB, searchText }) => ({
        value: id,
        label: name,
        detail: `${Number(paramsB.toPrecision(3))}B`,
        words: searchText,
      })),
    machines: machines
      .map((machine) => ({
        value: machine.id ?? '',
        label: machineName(machine),
        detail: `${machine.memory.labelGb} GB`,
        words: [...(hardware.get(machine.id ?? '')?.aliases ?? []), brandNames(machine.name)].join(' '),
      }))
      .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN', { numeric: true })),
    precisions: [...precisions.values()].map(({ id, name, family }) => ({
      value: id,
      label: name,
      words: family,
    })),
  };
}

/** Precisions, and what estimates rest on: for all machines, or for one of them alone. */
export async function compareEstimates(
  machine?: string,
): Promise<{ precisions: EstimatorPrecision[]; basis: EstimateBasis }> {
  const [{ precisions, fitted }, machines] = await Promise.all([estimator(), tableMachines()]);
  // One whose memory is assumed says so.
  const named = machines.map((machine) => ({ ...machine, name: machineName(machine) }));
  const wanted = named.filter(({ id }) => machine === undefined || id === machine);
  return {
    precisions: [...precisions.values()],
    basis: {
      machines: wanted,
      fitted: {
        nodes: fitted.nodes,
        machines: fitted.machines.filter((one) => machine === undefined || one.machine === machine),
      },
    },
  };
}

/** Comparisons to offer on the page of a model, with the names of those in them. */
export async function comparisonsOf(id: string) {
  const [models, comparable] = await Promise.all([load('models'), comparableModels()]);
  return neighboursOf(id, comparable).map(({ why, ids }) => ({
    why,
    ids,
    names: ids.map((one) => need(models, one, 'models').shortName),
  }));
}

const comparableModels = once(async () =>
  [...(await load('models'))].map(
    ([id, { family, developer, parameters, release, abilities, successor }]) => ({
      id,
      family,
      developer: developer.id,
      paramsB: parameters.exact ? parameters.exact.total / 1e9 : parameters.publishedB,
      released: release.date,
      code: abilities.code,
      successor: successor ?? null,
    }),
  ),
);
