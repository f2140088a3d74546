import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { COLUMNS, VIEW_KEYS } from '../../../src/core/model-columns.ts';
import { ABILITIES, TABLE_PRECISIONS } from '../../../src/core/model-table.ts';
import { GRAVITY } from '../../../src/core/verdict.ts';
import { parseSearch } from '../../../src/url/codec.ts';
import { compareCodec } from '../../../src/widgets/compare/url.ts';
import { errataCodec } from '../../../src/widgets/errata/url.ts';
import { tableCodec } from '../../../src/widgets/model-table/url.ts';

const table = tableCodec(['alibaba', 'deepseek', 'meta']);
const errata = errataCodec(['qwen2.5-72b-instruct']);

test('model table: links that people have stored keep their meaning', () => {
  const saved: [link: string, state: object][] = [
    [
      '?view=coding&sort=-bigcodebench',
      { view: 'coding', sort: [{ column: 'bigcodebench', descending: true }] },
    ],
    ['?mem=24&cap=tools', { mem: 24, cap: ['tools'] }],
    ['?mem=24&prec=bf16&lic=commercial', { mem: 24, prec: 'bf16', lic: 'commercial' }],
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
  const size = fc
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
      dev: fc.subarray(['alibaba', 'deepseek', 'meta']),
      size,
      cap: fc.subarray([...ABILITIES]),
      lic: fc.constantFrom('any' as const, 'commercial' as const),
      mem: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: null }),
      prec: fc.constantFrom(...TABLE_PRECISIONS),
      sort,
      view: fc.constantFrom(...VIEW_KEYS),
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
