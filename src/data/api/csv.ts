import { csvText } from '../../core/csv.ts';
import type { Published } from './documents.ts';
import { documentSchema } from './schemas.ts';
import { columnsOf, shapeOf } from './shape.ts';

/** Columns of `/api/v1/<name>.csv`: from the schema, so that they do not depend on what is filled in. */
export function csvColumns(name: string): string[] {
  return columnsOf(shapeOf(documentSchema(name)), 'items[].');
}

/** A list as CSV: `license.name` is the field `name` in the group `license`; a list of things is written as JSON. */
export function csvOf({ collection, document }: Published): string {
  const columns = csvColumns(collection.name);
  const paths = columns.map((column) => column.split('.'));
  return csvText([columns, ...document.items.map((item) => paths.map((path) => cell(valueAt(item, path))))]);
}

const valueAt = (item: unknown, path: readonly string[]) =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], item);

/** What is not published and what is not known are both empty. */
function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
