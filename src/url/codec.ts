/** What was ignored in a link, for the line that tells the reader. */
export interface Ignored {
  key: string;
  value: string;
  /** What the value should have been, in Chinese. */
  expected: string;
}

/** One parameter of a link. `parse` gets a non-empty string and never throws. */
export interface Param<Value> {
  fallback: Value;
  /** In Chinese, for the note: 「写 1 到 1000 的数」. */
  expected: string;
  parse(raw: string): Value | undefined;
  format(value: Value): string;
  /** Of a list: what of `raw` was left out while the rest counts. Asked only where `parse` gave a value. */
  unread?(raw: string): readonly Omit<Ignored, 'key'>[];
}

/** What is published of one parameter. */
export interface Described {
  key: string;
  /** What it is, in Chinese, with its unit. */
  label: string;
  /** What may be written, in Chinese. */
  expected: string;
  /** The value of a link that does not name it; empty for none. */
  fallback: string;
  /** A query that uses it, such as `api=custom&pin=2.5`. */
  example: string;
}

/** Label and example of every parameter, so that none can be added without. */
export type Words<State> = { [Key in keyof State]: readonly [label: string, example: string] };

export type RawState<Key extends string> = Record<Key, string | null>;

export interface Codec<State extends object> {
  keys: readonly (keyof State & string)[];
  /** In the order of the keys. */
  described: readonly Described[];
  fallback: State;
  /** Raw parameter values → state; never throws, junk gives the default and an entry in `ignored`. */
  parse(raw: Partial<Record<string, string | null>>): { state: State; ignored: Ignored[] };
  /** State → raw values; a default is null, so that it is left out of the link. */
  format(state: State): RawState<keyof State & string>;
  /** State → `?a=b`, or the empty string when everything is at its default. */
  search(state: State): string;
}

/** Builds the pure pair `parse`/`format` of a widget from its parameters: `parse(format(s)) = s`. */
export function codec<State extends object>(
  params: { [Key in keyof State]: Param<State[Key]> },
  words: Words<State>,
): Codec<State> {
  const keys = Object.keys(params) as (keyof State & string)[];
  const fallback = Object.fromEntries(keys.map((key) => [key, params[key].fallback])) as State;
  // Written once: a page of links formats hundreds of states.
  const unwritten = keys.map((key) => params[key].format(fallback[key]));

  function format(state: State): RawState<keyof State & string> {
    const entries = keys.map((key, index) => {
      const raw = params[key].format(state[key]);
      return [key, raw === unwritten[index] ? null : raw];
    });
    return Object.fromEntries(entries);
  }

  return {
    keys,
    described: keys.map((key, index) => ({
      key,
      label: words[key][0],
      expected: params[key].expected,
      fallback: unwritten[index] ?? '',
      example: words[key][1],
    })),
    fallback,
    parse(raw) {
      const state = { ...fallback };
      const ignored: Ignored[] = [];
      for (const key of keys) {
        const value = raw[key];
        if (value === null || value === undefined || value === '') continue;
        const param = params[key];
        const parsed = param.parse(value);
        if (parsed === undefined) ignored.push({ key, value, expected: param.expected });
        else {
          state[key] = parsed;
          ignored.push(...(param.unread?.(value) ?? []).map((entry) => ({ key, ...entry })));
        }
      }
      return { state, ignored };
    },
    format,
    search(state) {
      const query = new URLSearchParams();
      for (const [key, value] of Object.entries(format(state)))
        if (value !== null) query.set(key, value as string);
      const text = query.toString();
      return text === '' ? '' : `?${text}`;
    },
  };
}

/** Parses `location.search`-like text with a codec; for tests and static pages. */
export function parseSearch<State extends object>(of: Codec<State>, search: string) {
  const query = new URLSearchParams(search);
  return of.parse(Object.fromEntries(of.keys.map((key) => [key, query.get(key)])));
}
