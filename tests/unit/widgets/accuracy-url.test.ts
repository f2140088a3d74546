import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { QUANTITIES } from '../../../src/core/estimate/accuracy-words.ts';
import { parseSearch } from '../../../src/url/codec.ts';
import { COLUMN_KEYS } from '../../../src/widgets/accuracy/columns.ts';
import { accuracyCodec } from '../../../src/widgets/accuracy/url.ts';

const ENGINES = ['llama.cpp', 'gguf (Ollama)'];
const CLASSES = ['nvidia-gddr', 'apple-late'];
const SOURCES = ['qwen25-speed', 'ms-ollama-library'];
const codec = accuracyCodec({ engine: ENGINES, class: CLASSES, source: SOURCES });

test('links that people have stored keep their meaning', () => {
  const saved: [link: string, state: object][] = [
    ['', {}],
    [
      '?what=prefill&class=apple-late&sort=-error',
      { what: 'prefill', class: 'apple-late', sort: [{ column: 'error', descending: true }] },
    ],
    [
      '?engine=llama.cpp&kind=moe&src=qwen25-speed&p=3',
      {
        engine: 'llama.cpp',
        kind: 'moe',
        src: 'qwen25-speed',
        p: 3,
      },
    ],
    ['?what=weightsFile&engine=gguf+(Ollama)', { what: 'weightsFile', engine: 'gguf (Ollama)' }],
  ];
  for (const [link, state] of saved)
    assert.deepEqual(parseSearch(codec, link), { state: { ...codec.fallback, ...state }, ignored: [] }, link);
});

test('parse(format(state)) = state', () => {
  const one = <Value>(values: readonly Value[]) => fc.option(fc.constantFrom(...values), { nil: null });
  const sort = fc.uniqueArray(
    fc.record(
      { column: fc.constantFrom(...COLUMN_KEYS), descending: fc.boolean() },
      { noNullPrototype: true },
    ),
    { maxLength: 3, selector: ({ column }) => column },
  );
  const state = fc.record(
    {
      what: fc.constantFrom(...QUANTITIES),
      engine: one(ENGINES),
      class: one(CLASSES),
      kind: one(['dense', 'moe'] as const),
      src: one(SOURCES),
      sort,
      p: fc.integer({ min: 1, max: 10_000 }),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(state, (given) => {
      assert.deepEqual(parseSearch(codec, codec.search(given)), { state: given, ignored: [] });
    }),
  );
});

test('junk is named, the rest still counts', () => {
  const { state, ignored } = parseSearch(
    codec,
    '?what=speed&engine=nobody&class=x&kind=big&src=none&sort=nothing&p=0&utm=1',
  );
  assert.deepEqual(ignored.map(({ key }) => key).sort(), [
    'class',
    'engine',
    'kind',
    'p',
    'sort',
    'src',
    'what',
  ]);
  assert.deepEqual(state, codec.fallback);
  assert.equal(parseSearch(codec, '?what=speed&class=apple-late').state.class, 'apple-late');
});
