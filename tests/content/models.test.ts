import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { kvCacheBytes } from '../../src/core/kv-cache.ts';
import { rankWithin, scoreKey } from '../../src/core/scores.ts';
import { readLibrary } from '../../src/data/read.ts';
import { allEntries, leaves } from '../../src/data/rules/fault.ts';
import type { Score } from '../../src/schema/benchmark.ts';

const { library } = readLibrary(fileURLToPath(new URL('../..', import.meta.url)));
const { models, benchmarks, engines } = library;
const flags = library['engine-flags'];
const effects = library['quantization-effects'];
const scores = benchmarks.entries.flatMap(({ id, value }) =>
  value.scores.map((score) => ({ model: id, score })),
);

const model = (id: string) => {
  const entry = models.byId.get(id);
  assert.ok(entry, id);
  return entry.value;
};
const having = <Key extends keyof (typeof models.entries)[number]['value']>(key: Key) =>
  models.entries.filter(({ value }) => value[key] !== undefined && value[key] !== null).length;

test('how many there are', () => {
  assert.equal(models.entries.length, 87);
  assert.equal(scores.length, 840);
  assert.equal(benchmarks.entries.length, 81);
  assert.deepEqual(
    engines.entries.map(({ id }) => id),
    ['llama.cpp', 'ollama', 'sglang', 'vllm'],
  );
  assert.deepEqual(
    flags.entries.map(({ id, value }) => [id, value.flags.length]),
    [
      ['llama.cpp', 249],
      ['ollama', 35],
      ['sglang', 425],
      ['vllm', 285],
    ],
  );
  assert.deepEqual(
    effects.entries.map(({ id, value }) => [id, value.rows.length]),
    [
      ['aider-qwen2.5-coder-32b', 14],
      ['qwen2-72b-instruct', 4],
      ['qwen2-7b-instruct', 4],
      ['vllm-ascend-qwen3.8-27b', 3],
    ],
  );
});

test('how much is known of the models', () => {
  assert.equal(having('architecture'), 87);
  assert.equal(having('kvCache'), 84);
  assert.equal(models.entries.filter(({ value }) => value.parameters.exact).length, 72);
  assert.equal(having('checkpointBytes'), 53);
  assert.equal(models.entries.filter(({ value }) => value.engines.vllm).length, 66);
  assert.equal(models.entries.filter(({ value }) => value.engines.llamaCpp).length, 82);
  assert.equal(models.entries.filter(({ value }) => value.engines.ollama).length, 65);
  assert.equal(models.entries.flatMap(({ value }) => value.files).length, 131);
  const uses = (use: string) =>
    models.entries.filter(({ value }) => value.license.commercialUse === use).length;
  assert.deepEqual([uses('yes'), uses('conditions'), uses('no')], [60, 25, 2]);
});

test('who measured the scores', () => {
  const by = (kind: Score['measuredBy']['kind']) =>
    scores.filter(({ score }) => score.measuredBy.kind === kind).length;
  assert.equal(by('independent'), 350);
  assert.equal(by('vendor'), 307);
  assert.equal(by('other-vendor'), 109);
  assert.equal(by('third-party-relay'), 74);
  assert.equal(scores.filter(({ score }) => score.confidence === 'recalled').length, 5);
});

test('models without a memory estimate say why, and only they', () => {
  assert.deepEqual(
    models.entries.filter(({ value }) => value.noMemoryEstimate).map(({ id }) => id),
    ['deepseek-v4-flash', 'deepseek-v4-pro', 'ministral-3-14b-instruct'],
  );
  for (const { id, value } of models.entries) {
    assert.equal(
      value.architecture !== null && kvCacheBytes(value.architecture) !== null,
      !value.noMemoryEstimate,
      id,
    );
  }
});

const NAMED_BY_OTHERS =
  /^(apis|claims|electricity|errata|hardware|hosting|measurements|picker|rates|rentals)\//;
const folderOf = (file: string) => file.replace('content/data/', '');

test('no figure without a source', () => {
  /** Bits are what the name of a precision says; the lines of the guide are its own source. */
  const withoutSource = new Set(['nominalBits']);
  const entries = allEntries(library).filter(({ file }) => !NAMED_BY_OTHERS.test(folderOf(file)));
  const checked = entries.flatMap((entry) =>
    [...leaves(entry.value)].flatMap(({ path, value }) => {
      if (typeof value !== 'number' || withoutSource.has(String(path.at(-1)))) return [];
      const groups = path.map((_, length) =>
        path
          .slice(0, length)
          .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], entry.value),
      ) as { source?: string; confidence?: string }[];
      const group = groups.findLast(({ source }) => typeof source === 'string');
      return [{ place: `${entry.file} ${path.join('.')}`, group }];
    }),
  );
  assert.ok(checked.length > 3000, String(checked.length));
  assert.deepEqual(
    checked.filter(({ group }) => !group?.confidence).map(({ place }) => place),
    [],
  );
});

test('what comes from memory is marked as such', () => {
  const groups = allEntries(library).flatMap((entry) =>
    [...leaves(entry.value)].flatMap(({ path, value }) => {
      if (path.at(-1) !== 'source' || library.sources.byId.get(String(value))?.value.kind !== 'recalled')
        return [];
      const group = path
        .slice(0, -1)
        .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], entry.value);
      return [
        { place: `${entry.file} ${path.join('.')}`, said: (group as { confidence: string }).confidence },
      ];
    }),
  );
  assert.ok(groups.length > 90);
  assert.deepEqual(
    groups.filter(({ said }) => said !== 'recalled'),
    [],
  );
});

test('every source is named by a record', () => {
  const named = new Set(
    allEntries(library).flatMap((entry) =>
      [...leaves(entry.value)].flatMap(({ path, value }) =>
        path.some((step) => typeof step === 'string' && /^(second)?[sS]ources?$/.test(step))
          ? [String(value)]
          : [],
      ),
    ),
  );
  assert.deepEqual(
    [...library.sources.ids].filter((id) => !named.has(id)),
    [],
  );
});

test('no English sentence among the texts for readers', () => {
  const fields = new Set([
    'condition',
    'note',
    'notes',
    'noMemoryEstimate',
    'what',
    'unranked',
    'text',
    'detail',
  ]);
  const shelves = [
    ...models.entries,
    ...benchmarks.entries,
    ...engines.entries,
    ...effects.entries,
    ...flags.entries,
  ];
  const texts = shelves.flatMap((entry) =>
    [...leaves(entry.value)].flatMap(({ path, value }) =>
      fields.has(String(path.at(-1)))
        ? [{ place: `${entry.file} ${path.join('.')}`, text: String(value) }]
        : [],
    ),
  );
  assert.ok(texts.length > 700, String(texts.length));
  assert.deepEqual(
    texts.filter(({ text }) => /(\b[a-z]{2,} ){2}[a-z]{2,}\b/.test(text)),
    [],
  );
});

test('scores of one key can be ranked, and no ranking mixes what must stay apart', () => {
  const groups = new Map<string, typeof scores>();
  for (const entry of scores) {
    const key = scoreKey(entry.score);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  for (const group of groups.values()) {
    const one = <Value>(pick: (score: Score) => Value) =>
      assert.equal(new Set(group.map(({ score }) => pick(score))).size, 1);
    one(({ benchmark }) => benchmark);
    one(({ variant }) => variant);
    one(({ window }) => window);
    one(({ mode }) => mode);
    one(({ checkpoint }) => checkpoint?.kind);
    one(({ measuredBy }) => measuredBy.kind === 'independent');
    rankWithin(group);
  }
  const sizes = [...groups.values()].map(({ length }) => length);
  assert.ok(Math.max(...sizes) >= 26);
  assert.ok(
    scores.some(
      ({ score }) => score.benchmark === 'Commit0 (OpenHands Index)' && score.value === 0 && score.unranked,
    ),
  );
});

/** Figures as the fact sheets print them. */
const SCORES: [
  model: string,
  benchmark: string,
  variant: RegExp,
  mode: Score['mode'],
  value: number,
  source: string,
][] = [
  ['deepseek-v4-flash', 'LiveBench', /^Reasoning/, undefined, 70.6, 'livebench'],
  ['deepseek-r1-distill-qwen-14b', 'MMLU-Redux', /Qwen3/, 'thinking', 84.1, 'qwen3-paper'],
  ['glm-4.6', 'Artificial Analysis Coding Index', /models\.dev/, undefined, 29.5, 'models.dev'],
  ['minimax-m2.7', 'LiveBench', /^总平均/, undefined, 63.5, 'livebench'],
  ['seed-oss-36b-instruct', 'MMLU-Pro', /厂商/, 'thinking', 82.7, 'seedoss-readme'],
  ['qwen3-14b', 'MMLU-Redux', /Qwen3/, 'thinking', 88.6, 'qwen3-paper'],
  ['qwen2.5-14b-instruct', 'GSM8K', /厂商/, undefined, 94.8, 'qwen25-blog'],
  ['qwen3-8b', 'IFEval', /strict/, 'non-thinking', 83, 'qwen3-paper'],
  ['deepseek-v2.5', 'MMLU-Pro', /^EM$/, undefined, 66.2, 'dsv3-readme'],
  ['glm-4.5', 'LMArena Text', /总分/, undefined, 1434, 'lmarena'],
  ['deepseek-v3.1', 'LiveBench', /^总平均/, 'thinking', 71.4, 'livebench-2025-05-30'],
  ['glm-4-9b-chat', 'MT-Bench', /Qwen2/, 'non-thinking', 8.35, 'qwen2-blog'],
];

for (const [id, benchmark, variant, mode, value, source] of SCORES) {
  test(`${id}: ${benchmark} ${value}`, () => {
    const found = scores.filter(
      ({ model: of, score }) =>
        of === id && score.benchmark === benchmark && variant.test(score.variant) && score.mode === mode,
    );
    assert.deepEqual(
      found.map(({ score }) => [score.value, score.source]),
      [[value, source]],
    );
  });
}

const FACTS: [what: string, figure: () => unknown, expected: unknown][] = [
  ['parameters of Gemma 2 27B', () => model('gemma-2-27b-it').parameters.exact?.total, 27_227_128_320],
  [
    'active parameters of DeepSeek-V2.5',
    () => model('deepseek-v2.5').parameters.exact?.active,
    20_851_512_320,
  ],
  ['parameters of Kimi-K2', () => model('kimi-k2-instruct').parameters.exact?.total, 1_026_408_232_448],
  ['cache of DeepSeek-V2.5', () => model('deepseek-v2.5').kvCache?.bytesPerToken16bit, 69_120],
  ['cache of MiMo-V2-Flash', () => model('mimo-v2-flash').kvCache?.fixedBytes16bit, 25_559_040],
  ['cache of Kimi-K3', () => model('kimi-k3').kvCache?.bytesPerToken16bit, 27_648],
  ['state of Kimi-K3', () => model('kimi-k3').architecture?.linearAttention?.stateBytes16bit, 217_055_232],
  ['layers of Hy3', () => model('hy3').architecture?.layers, 80],
  [
    'parameters of ERNIE-4.5-300B',
    () => model('ernie-4.5-300b-a47b').parameters.exact?.total,
    299_484_160_000,
  ],
  [
    'confidence of ERNIE-4.5-300B',
    () => model('ernie-4.5-300b-a47b').parameters.exact?.confidence,
    'recalled',
  ],
  ['checkpoint of Devstral-Small', () => model('devstral-small-2507').checkpointBytes?.bytes, 47_144_846_024],
  ['recipe of Hy3', () => model('hy3').engines.vllm?.minVersion, '0.26.0'],
  ['memory Hy3 asks for', () => model('hy3').engines.vllm?.vram?.map(({ gb }) => gb), [708, 354, 214]],
  ['file of Gemma 2 27B', () => model('gemma-2-27b-it').files[0]?.sizeGb, 17],
  ['plain file of Yi-Coder', () => model('yi-coder-9b-chat').engines.ollama?.sizeGb, 5],
  ['context of Llama 4 Scout', () => model('llama-4-scout').context.native, 10_485_760],
  ['month of Devstral-Small-2', () => model('devstral-small-2-24b').release.date, '2025-12'],
  ['default of vLLM', () => engines.byId.get('vllm')?.value.defaults[0]?.value, 0.92],
  [
    'Aider with q2_K',
    () =>
      effects.byId.get('aider-qwen2.5-coder-32b')?.value.rows.find(({ precision }) => precision === 'q2-k')
        ?.results[0]?.value,
    61.7,
  ],
];

for (const [what, figure, expected] of FACTS) {
  test(what, () => assert.deepEqual(figure(), expected));
}
