import type { CollectionName, RecordOf } from '../../schema/collections.ts';

/** Keys and list indexes from the root of a record to a field. */
export type Path = readonly (string | number)[];

export interface Fault {
  /** Relative to the root of the repository. */
  file: string;
  line: number;
  /** `prices[0].amount`; empty when the whole file is meant. */
  field: string;
  /** As written in the file. */
  value: string;
  /** What to write instead. */
  message: string;
}

/** Where a field stands and how it is written there. For a missing field: the line of its parent. */
export interface Place {
  line: number;
  text: string;
}

export interface Located {
  file: string;
  place(path: Path): Place;
}

/** A record that has the shape of its collection. */
export interface Entry<Value> extends Located {
  id: string;
  value: Value;
}

export interface Shelf<Value> {
  entries: readonly Entry<Value>[];
  byId: ReadonlyMap<string, Entry<Value>>;
  /** Ids of all files, the faulty ones included: a reference to a faulty record is not a second fault. */
  ids: ReadonlySet<string>;
}

export type Library = { [Name in CollectionName]: Shelf<RecordOf<Name>> };

export interface Context {
  /** `YYYY-MM-DD`. */
  today: string;
  /** Paths of the guide's pages, such as `/guide/cost/`. */
  guidePages: ReadonlySet<string>;
}

/** Something that must hold across the records; each place where it does not is a fault. */
export type Rule = (library: Library, context: Context) => Fault[];

/** `['prices', 0, 'amount']` → `prices[0].amount`; a key with other signs than letters, digits and hyphens is quoted. */
export function fieldName(path: Path): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    if (!/^[\p{L}\p{N}_-]+$/u.test(step)) return `${name}["${step}"]`;
    return name === '' ? step : `${name}.${step}`;
  }, '');
}

export function faultAt(at: Located, path: Path, message: string): Fault {
  const { line, text } = at.place(path);
  return { file: at.file, line, field: fieldName(path), value: text, message };
}

/** Every record of every collection. */
export function allEntries(library: Library): Entry<unknown>[] {
  return Object.values(library).flatMap((shelf: Shelf<unknown>) => shelf.entries);
}

/** Every single value inside a record, with its path. */
export function* leaves(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key]);
  } else {
    yield { path, value };
  }
}
