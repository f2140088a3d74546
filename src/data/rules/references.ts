import type { CollectionName } from '../../schema/collections.ts';
import { allEntries, faultAt, leaves } from './fault.ts';
import type { Context, Fault, Library, Path } from './fault.ts';
import { nearest } from './nearest.ts';

/** Fields that hold ids of other records, wherever in a record they stand. */
const REFERENCES: Record<string, CollectionName> = {
  source: 'sources',
  sources: 'sources',
  model: 'models',
  successor: 'models',
  hardware: 'hardware',
  precision: 'quantizations',
  precisions: 'quantizations',
  nativePrecision: 'quantizations',
  errata: 'errata',
};

/** Name of the field a value belongs to, also when it is an item of that field's list. */
function ownField(path: Path): string | undefined {
  return path.findLast((step) => typeof step === 'string');
}

function missingRecord(folder: CollectionName, id: string, known: Iterable<string>): string {
  const meant = nearest(id, known);
  return `${folder} 里没有「${id}」；${meant ? `是不是想写 ${meant}` : `先建 content/data/${folder}/${id}.yaml`}`;
}

/** Every id of a source, model, machine, precision or erratum names a record that exists. */
export function assertReferencesExist(library: Library): Fault[] {
  return allEntries(library).flatMap((entry) =>
    [...leaves(entry.value)].flatMap(({ path, value }) => {
      const folder = REFERENCES[ownField(path) ?? ''];
      if (folder === undefined || typeof value !== 'string' || library[folder].ids.has(value)) return [];
      return [faultAt(entry, path, missingRecord(folder, value, library[folder].ids))];
    }),
  );
}

/** A file of scores is named after the model whose scores it holds. */
export function assertScoresBelongToModel(library: Library): Fault[] {
  return library.benchmarks.entries
    .filter(({ id }) => !library.models.ids.has(id))
    .map((entry) => ({
      ...faultAt(entry, [], `文件名要是模型的编号：${missingRecord('models', entry.id, library.models.ids)}`),
      value: `${entry.id}.yaml`,
    }));
}

/** Claims and models point to pages that stand in the guide. */
export function assertGuidePagesExist(
  library: Library,
  { guidePages }: Pick<Context, 'guidePages'>,
): Fault[] {
  const pages = [...guidePages].join('、') || '（content/docs/guide/ 还是空的）';
  const message = `指南里没有这一页；可写的有 ${pages}，后面可加 #锚点`;
  const known = (address: string) => guidePages.has(address.replace(/#.*/, ''));
  return [
    ...library.claims.entries
      .filter(({ value }) => !known(value.page))
      .map((entry) => faultAt(entry, ['page'], message)),
    ...library.models.entries
      .filter(({ value }) => value.guide && !known(value.guide.path))
      .map((entry) => faultAt(entry, ['guide', 'path'], message)),
  ];
}
