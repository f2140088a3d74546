import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AXIS_COLUMNS, COLUMNS, VIEW_KEYS } from '../../../src/core/model-columns.ts';
import { ABILITIES, LICENCES, TABLE_PRECISIONS } from '../../../src/core/model-table.ts';
import { GRAVITY } from '../../../src/core/verdict.ts';
import { parseSearch } from '../../../src/url/codec.ts';
import { compareCodec } from '../../../src/widgets/compare/url.ts';
import { errataCodec } from '../../../src/widgets/errata/url.ts';
import { tableCodec } from '../../../src/widgets/model-table/url.ts';

const known = {
  models: ['qwen3-32b', 'qwen3-14b', 'qwen3-8b', 'qwen3-4b', 'gemma-3-27b-it', 'phi-4'],
  developers: ['alibaba', 'deepseek', 'meta'],
  families: ['qwen3', 'gemma-3'],
};
const table = tableCodec(known);
const errata = errataCodec(['qwen2.5-72b-instruct']);

test('model table: links that people have stored keep their meaning', () => {
  const saved: [link: string, state: object][] = [
    [
      '?view=coding&sort=-bigcodebench',
      { view: 'coding', sort: [{ column: 'bigcodebench', descending: true }] },
    ],
    ['?mem=24&cap=tools', { mem: 24, cap: ['tools'] }],
    ['?mem=24&prec=bf16&lic=commercial', { mem: 24, prec: 'bf16', lic: ['yes'] }],
    ['?lic=any&mem=24', { mem: 24 }],
    ['?lic=commercial,conditions&fam=qwen3', { lic: ['yes', 'conditions'], fam: 'qwen3' }],
    [
      '?active=-4&ctx=131072&since=2025-06',
      { active: { min: null, max: 4 }, ctx: 131_072, since: '2025-06' },
    ],
    ['?cols=arena,params&view=coding', { view: 'coding', cols: ['params', 'arena'] }],
    ['?as=chart&x=params&y=arena', { as: 'chart', x: 'params', y: 'arena' }],
    ['?sel=qwen3-8b,phi-4&p=2', { sel: ['qwen3-8b', 'phi-4'], p: 2 }],
    [
      '?q=coder&dev=alibaba,deepseek&size=10-40',
      { q: 'coder', dev: ['alibaba', 'deepseek'], size: { min: 10, max: 40 } },
    ],
    ['?size=-10', { size: { min: null, max: 10 } }],
    ['?size=40-', { size: { min: 40, max: null } }],
    [
      '?view=resources&sort=claim-bf16,-file-q4',
      {
        view: 'resources',
        sort: [
          { column: 'claim-bf16', descending: false },
          { column: 'file-q4', descending: true },
        ],
      },
    ],
  ];
  for (const [link, state] of saved) {
    assert.deepEqual(parseSearch(table, link), { state: { ...table.fallback, ...state }, ignored: [] }, link);
  }
});

test('model table: parse(format(state)) = state', () => {
  const range = fc
    .tuple(
      fc.option(fc.integer({ min: 0, max: 50 }), { nil: null }),
      fc.option(fc.integer({ min: 50, max: 900 }), { nil: null }),
    )
    .map(([min, max]) => ({ min, max }));
  const sort = fc
    .uniqueArray(fc.constantFrom('name', ...COLUMNS.map(({ key }) => key)), { maxLength: 4 })
    .chain((keys) =>
      fc.tuple(
        ...keys.map((column) =>
          fc.record({ column: fc.constant(column), descending: fc.boolean() }, { noNullPrototype: true }),
        ),
      ),
    );
  const state = fc.record(
    {
      q: fc.string({ maxLength: 100 }),
      dev: fc.subarray(known.developers),
      fam: fc.option(fc.constantFrom(...known.families), { nil: null }),
      size: range,
      active: range,
      cap: fc.subarray([...ABILITIES]),
      lic: fc.subarray([...LICENCES]),
      ctx: fc.option(fc.integer({ min: 1, max: 100_000_000 }), { nil: null }),
      since: fc.option(fc.constantFrom('2024', '2025-02', '2026-11-30'), { nil: null }),
      mem: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: null }),
      prec: fc.constantFrom(...TABLE_PRECISIONS),
      sort,
      view: fc.constantFrom(...VIEW_KEYS),
      cols: fc.subarray(COLUMNS.map(({ key }) => key)),
      as: fc.constantFrom('table' as const, 'chart' as const),
      x: fc.constantFrom(...AXIS_COLUMNS.map(({ key }) => key)),
      y: fc.constantFrom(...AXIS_COLUMNS.map(({ key }) => key)),
      sel: fc.shuffledSubarray(known.models, { maxLength: 5 }),
      p: fc.integer({ min: 1, max: 10_000 }),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(state, (given) => {
      assert.deepEqual(parseSearch(table, table.search(given)), { state: given, ignored: [] });
    }),
  );
});

test('model table: junk is named, the rest still counts', () => {
  const { state, ignored } = parseSearch(table, '?sort=-nothing&size=40-10&dev=nobody&mem=0&view=coding');
  assert.deepEqual(ignored.map(({ key }) => key).sort(), ['dev', 'mem', 'size', 'sort']);
  assert.deepEqual(state, { ...table.fallback, view: 'coding' });
});

test('model table: unknown columns and models are dropped with a note, and so is the sixth', () => {
  const { state, ignored } = parseSearch(
    table,
    `?cols=nothing,params&sel=nobody,${known.models.join(',')}&as=graph&ctx=1.5&since=2025-13`,
  );
  assert.deepEqual(state, { ...table.fallback, cols: ['params'], sel: known.models.slice(0, 5) });
  assert.deepEqual(
    ignored.map(({ key, value }) => `${key}=${value}`),
    ['ctx=1.5', 'since=2025-13', 'as=graph', 'cols=nothing', 'sel=nobody', 'sel=phi-4'],
  );
});

test('model table: any link is read without an error, and gives a link that reads the same', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom('-', 'qwen3', '1e9', '10-40', 'params,params', '2025'));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...table.keys), word), (raw) => {
      const { state } = table.parse(raw);
      assert.deepEqual(parseSearch(table, table.search(state)).state, state);
    }),
  );
});

test('errata: links that people have stored keep their meaning', () => {
  assert.deepEqual(parseSearch(errata, '?verdict=impossible&model=qwen2.5-72b-instruct').state, {
    verdict: 'impossible',
    model: 'qwen2.5-72b-instruct',
  });
  assert.deepEqual(parseSearch(errata, '?model=none').state, { verdict: null, model: 'none' });
});

test('errata: parse(format(state)) = state', () => {
  for (const verdict of [...GRAVITY, null]) {
    for (const model of ['qwen2.5-72b-instruct', 'none', null]) {
      assert.deepEqual(parseSearch(errata, errata.search({ verdict, model })), {
        state: { verdict, model },
        ignored: [],
      });
    }
  }
});

const compare = compareCodec(
  {
    models: ['qwen2.5-coder-32b-instruct', 'qwen2.5-72b-instruct', 'qwen3-32b', 'gemma-3-27b-it'],
    machines: ['rtx-4090-24gb', 'apple-m4-max'],
    precisions: ['q4-k-m', 'bf16'],
  },
  { m: ['qwen2.5-coder-32b-instruct', 'qwen2.5-72b-instruct'], hw: 'rtx-4090-24gb', prec: 'q4-k-m' },
);

test('compare: links that people have stored keep their meaning', () => {
  const saved: [link: string, state: object][] = [
    ['?m=qwen3-32b,gemma-3-27b-it', { m: ['qwen3-32b', 'gemma-3-27b-it'] }],
    ['?m=gemma-3-27b-it,qwen3-32b&only=diff', { m: ['gemma-3-27b-it', 'qwen3-32b'], only: 'diff' }],
    ['?m=qwen3-32b', { m: ['qwen3-32b'] }],
    ['?hw=apple-m4-max&prec=bf16&ctx=32768', { hw: 'apple-m4-max', prec: 'bf16', ctx: 32768 }],
  ];
  for (const [link, state] of saved) {
    assert.deepEqual(
      parseSearch(compare, link),
      { state: { ...compare.fallback, ...state }, ignored: [] },
      link,
    );
  }
});
