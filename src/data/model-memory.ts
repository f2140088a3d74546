import type { UsualEngine } from '../core/estimate/best-precision.ts';
import type { EstimatorModel } from '../core/estimate/estimate.ts';
import type { Model } from '../schema/model.ts';
import { cellOf, fact, type CellView, type Lookup } from './cells.ts';
import { estimator } from './estimator.ts';
import { neededMemory, shownPrecisions } from './estimates.ts';
import { contextText, gibText, memoryPath } from './fit-words.ts';
import { load, need } from './load.ts';
import { sourceViews } from './source-view.ts';

type Href = (path: string) => string;
type Memory = NonNullable<Awaited<ReturnType<typeof neededMemory>>>;
type Precision = Awaited<ReturnType<typeof shownPrecisions>>[number];

interface Row {
  id: string;
  name: string;
  cells: Record<string, CellView | null>;
  sortKeys: Record<string, number | string | null>;
}

export interface MemoryTable {
  engine: UsualEngine;
  columns: { key: string; label: string; note: string; numeric: boolean; bar?: boolean }[];
  rows: Row[];
}

/** Tables of the memory a model needs, by precision and context, one an engine; none where its KV cache is not known. */
export async function memoryTables(id: string, href: Href): Promise<MemoryTable[]> {
  const [{ models }, records, source] = await Promise.all([estimator(), load('models'), sourceViews()]);
  const model = models.get(id);
  const record = need(records, id, 'models');
  if (!model) return [];
  const contexts = contextsOf(model);

  const table = async (engine: UsualEngine): Promise<MemoryTable | null> => {
    const found: { precision: Precision; needed: Memory[] }[] = [];
    for (const precision of await shownPrecisions(id, engine)) {
      const needed = await Promise.all(contexts.map((ctx) => neededMemory(model, precision.id, engine, ctx)));
      const known = needed.filter((one) => one !== null);
      if (known.length === contexts.length) found.push({ precision, needed: known });
    }
    const first = found[0]?.needed;
    if (!first) return null;
    return {
      engine,
      columns: [
        { key: 'weights', label: '权重', note: 'GiB', numeric: true, bar: true },
        { key: 'origin', label: '权重的来历', note: '', numeric: false },
        ...contexts.map((ctx) => ({
          key: String(ctx),
          label: contextText(ctx),
          note: contextNote(ctx, model),
          numeric: true,
        })),
      ],
      rows: [
        ...found.map(({ precision, needed }) => precisionRow(precision, needed, engine)),
        partRow('KV 缓存', first, (label) => label === 'KV 缓存'),
        partRow('激活与运行时', first, (label) => label !== '权重' && label !== 'KV 缓存'),
      ],
    };
  };

  function precisionRow({ id: precision, name }: Precision, needed: Memory[], engine: UsualEngine): Row {
    const [weights] = needed[0]!.parts;
    return {
      id: precision,
      name,
      cells: {
        weights: weightsCell(record, precision, weights!, source),
        origin: { text: model!.fileBytes[precision] === undefined ? '估算' : '公布的文件' },
        ...Object.fromEntries(
          contexts.map((ctx, index) => [
            ctx,
            {
              text: gibText(needed[index]!.value),
              href: href(memoryPath({ m: id, prec: precision, ctx, engine })),
            },
          ]),
        ),
      },
      sortKeys: { weights: weights!.value },
    };
  }

  /** A part that is the same at every precision: once under the table, it opens how it follows. */
  function partRow(label: string, needed: Memory[], isPart: (label: string) => boolean): Row {
    const cells = contexts.map((ctx, index) => {
      const parts = needed[index]!.parts.filter((part) => isPart(part.label));
      const cell: CellView = {
        text: gibText(parts.reduce((sum, { value }) => sum + value, 0)),
        facts: parts.flatMap(({ label: name, formula, value }) =>
          fact(parts.length > 1 ? name : '算法', formula && `${formula} = ${gibText(value)} GiB`),
        ),
      };
      return [ctx, cell] as const;
    });
    return {
      id: label,
      name: `其中${label}`,
      cells: { weights: { text: '' }, origin: { text: '估算' }, ...Object.fromEntries(cells) },
      sortKeys: {},
    };
  }

  const tables = [await table('llama.cpp'), await table('vllm')];
  return tables.filter((one) => one !== null);
}

/** 4K, 8K, 32K, and the native and the longest context, as far as the model goes. */
function contextsOf({ contextNative, contextLongest }: EstimatorModel): number[] {
  const wanted = [4096, 8192, 32768, contextNative, contextLongest];
  return [...new Set(wanted)].filter((tokens) => tokens <= contextLongest).sort((a, b) => a - b);
}

function contextNote(tokens: number, { contextNative, contextLongest }: EstimatorModel): string {
  if (tokens === contextNative) return 'GiB，原生最长';
  return tokens === contextLongest ? 'GiB，扩展最长' : 'GiB';
}

function weightsCell(
  { files, parameters }: Model,
  precision: string,
  { value, formula }: { value: number; formula?: string },
  source: Lookup,
): CellView {
  const file = files.find((one) => one.precision === precision && one.note === undefined);
  if (file) {
    return cellOf(gibText(value), file, source, [
      { label: '公布的文件', content: `${file.tag}，${file.sizeGb} GB（10⁹ 字节）` },
    ]);
  }
  const facts = fact('算法', formula && `${formula} 字节 = ${gibText(value)} GiB`);
  return cellOf(gibText(value), parameters.exact ?? parameters, source, facts);
}
