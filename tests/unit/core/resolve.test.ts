import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  baseInName,
  baseNames,
  devicesInName,
  engineFamily,
  nameIndex,
  normalizeName,
  resolveName,
} from '../../../src/core/resolve.ts';
import type { NameKind, Resolution } from '../../../src/core/resolve.ts';

const KINDS: NameKind[] = ['model', 'machine', 'precision'];
const { index } = nameIndex([
  { id: 'qwen3-14b', names: ['Qwen3-14B'] },
  { id: 'qwen3.5-27b', names: ['Qwen3.5-27B'] },
  { id: 'mistral-small-3.2-24b', names: ['Mistral-Small-3.2-24B-Instruct-2506'] },
  { id: 'rtx-4090', names: ['GeForce RTX 4090', 'RTX 4090 24GB'] },
  { id: 'pi-cm5', names: ['Pi CM5 - 16GB'] },
  { id: 'q4-k-m', names: ['Q4_K_M'] },
  { id: 'awq-int4', names: ['AWQ'] },
]);
const resolve = (kind: NameKind, text: string) => resolveName(kind, text, index);
const resolvesTo = (kind: NameKind, id: string, texts: string[]) => {
  for (const text of texts) assert.deepEqual(resolve(kind, text), { id }, text);
};
const unresolved = (kind: NameKind, reason: string, texts: string[]) => {
  for (const text of texts) assert.deepEqual(resolve(kind, text), { unresolved: reason } as Resolution, text);
};

/** Names as sources print them: words, figures and separators. */
const nameArbitrary = fc
  .array(
    fc.constantFrom('Qwen', 'RTX', 'b', '3', '14', '0.5', ' ', '-', '_', ':', '/', '(', ')', '（', '）'),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''))
  .filter((name) => normalizeName(name) !== '');

test('normalizing twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.oneof(nameArbitrary, fc.string(), fc.string({ unit: 'grapheme' })), (name) => {
      assert.equal(normalizeName(normalizeName(name)), normalizeName(name));
    }),
  );
});

test('case and separators make no difference', () => {
  for (const name of ['Llama-3.1-8B', 'llama3.1:8b', 'LLAMA 3.1 8b', 'llama_3.1_8b'])
    assert.equal(normalizeName(name), 'llama3.1-8b');
  assert.equal(
    normalizeName('Apple M2 Max (30-core GPU) 32GB'),
    normalizeName('apple m2max 30 core gpu 32 GB'),
  );
});

test('figures side by side stay apart', () => {
  assert.notEqual(normalizeName('phi-4-14b'), normalizeName('phi-41-4b'));
  assert.notEqual(normalizeName('gemma-3-12b'), normalizeName('gemma-31-2b'));
});

test('every name of a record resolves to that record, unless another has it too', () => {
  const recordsArbitrary = fc.uniqueArray(
    fc.record({ id: fc.stringMatching(/^[a-z]{3,8}$/), names: fc.array(nameArbitrary, { maxLength: 4 }) }),
    { selector: ({ id }) => id, maxLength: 8 },
  );
  fc.assert(
    fc.property(recordsArbitrary, fc.constantFrom('model' as const, 'machine' as const), (records, kind) => {
      const { index: all, clashes } = nameIndex(records);
      const shared = new Set(clashes.map(({ name }) => normalizeName(name)));
      for (const { id, names } of records) {
        for (const name of [id, ...names]) {
          if (!shared.has(normalizeName(name))) assert.deepEqual(resolveName(kind, name, all), { id });
        }
      }
    }),
  );
});

test('a name that two records claim is told, with both', () => {
  const { clashes } = nameIndex([
    { id: 'a', names: ['RTX 4090'] },
    { id: 'b', names: ['rtx-4090'] },
  ]);
  assert.deepEqual(clashes, [{ name: 'rtx-4090', id: 'b', first: 'a' }]);
});

test('a record may carry one name in two spellings', () => {
  assert.deepEqual(nameIndex([{ id: 'qwen3-14b', names: ['Qwen3-14B', 'Qwen3 14B'] }]).clashes, []);
});

test('a name with anything more or less in it is no match', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), fc.stringMatching(/^[a-z]{1,6}$/), (kind, more) => {
      assert.deepEqual(resolve(kind, `Qwen3-14B-${more}x`), { unresolved: 'unknown' });
    }),
  );
  unresolved('model', 'unknown', ['Qwen3-1', 'Qwen3', 'Qwen3.5-27B-Writer-Q4_K_M', 'Qwen3-14Bs']);
});

test('models: format, precision, owner and remarks around the name', () => {
  resolvesTo('model', 'qwen3-14b', [
    'qwen3:14b',
    'Qwen3-14B-Q4_K_M',
    'Qwen3-14B-GGUF',
    'Qwen3-14B-AWQ',
    'Qwen3-14B-FP8',
    'Qwen3-14B-4bit',
    'Qwen/Qwen3-14B',
    'qwen3-14b.Q8_0.gguf',
    'Qwen3-14B-UD-Q4_K_XL',
    'Qwen3-14B (4 ranks)',
  ]);
  resolvesTo('model', 'qwen3.5-27b', ['Qwen_Qwen3.5-27B-Q4_K_M', 'qwen3.5:27b-mlx']);
  resolvesTo('model', 'mistral-small-3.2-24b', [
    'mistralai_Mistral-Small-3.2-24B-Instruct-2506-Q4_K_M',
    'hf.co/unsloth/Mistral-Small-3.2-24B-Instruct-2506-GGUF:Q4_K_M',
  ]);
});

test('machines: what tools add to a name is left out, and a card in brackets does the work', () => {
  resolvesTo('machine', 'rtx-4090', ['RTX 4090 24GB', 'geforce rtx-4090', 'NVIDIA GeForce RTX 4090 24 GB']);
  resolvesTo('machine', 'rtx-4090', ['Pi CM5 - 16GB (Nvidia GeForce RTX 4090)']);
  resolvesTo('machine', 'pi-cm5', ['Pi CM5 - 16GB']);
  unresolved('machine', 'unknown', ['RTX 4090 Ti', 'RTX 4090 Laptop GPU', 'Pi CM5 - 16GB (AMD RX 7600)']);
});

test('precisions: a remark is left out, what is not stated is not guessed', () => {
  resolvesTo('precision', 'q4-k-m', ['q4_k_m', 'Q4_K_M (unsloth)']);
  resolvesTo('precision', 'awq-int4', ['AWQ（取自模型名）']);
  unresolved('precision', 'unstated', ['未注明（服务方默认）', 'Q4（类型未注明）']);
  unresolved('precision', 'cache', ['KV q8_0', 'K q8_0, V f16']);
  unresolved('precision', 'unknown', ['UD-Q4_K_M', 'Q4', 'IQ4_XS experts, Q5_K attention']);
});

test('engines without version and back end', () => {
  const families: [string, string][] = [
    ['llama.cpp b9775 / be4a6a63e cuda', 'llama.cpp'],
    ['llamacpp', 'llama.cpp'],
    ['ik_llama.cpp MLA cache', 'ik_llama.cpp'],
    ['llama.cpp or Ollama', 'llama.cpp 或 Ollama'],
    ['Ollama/llama.cpp (not stated)', 'llama.cpp 或 Ollama'],
    ['ollama 0.32.1', 'Ollama'],
    ['vllm v0.25.1-cu128 cuda', 'vLLM'],
    ['KTransformers v0.2 dual socket', 'KTransformers'],
    ['transformers 4.46.0', 'Transformers'],
    ['ExLlamaV2 (layer split)', 'ExLlamaV2'],
    ['ExLlama', 'ExLlama'],
    ['mlx-lm', 'MLX'],
    ['fastllm', 'fastllm'],
  ];
  for (const [engine, family] of families) assert.equal(engineFamily(engine), family);
});

test('a fine-tune that names its base, word for word up to the size', () => {
  const bases = baseNames([
    { id: 'qwen3-8b', names: ['Qwen3-8B'] },
    { id: 'qwen3-30b-a3b', names: ['Qwen3-30B-A3B-Instruct-2507'] },
    { id: 'deepseek-r1', names: ['DeepSeek-R1'] },
  ]);
  assert.equal(baseInName('Huihui-Qwen3-8B-abliterated-v2-GGUF', bases), 'qwen3-8b');
  assert.equal(baseInName('someone/Qwen3-30B-A3B-Thinking-Heretic', bases), 'qwen3-30b-a3b');
  assert.equal(baseInName('Qwen3-8B-A1B-upcycled', bases), null);
  assert.equal(baseInName('Qwen3-30B-A3B-REAP-15B', bases), null);
  assert.equal(baseInName('DeepSeek-R1-Distill-Llama-8B', bases), null);
});

test('several cards, computers by their chip, and a bare number', () => {
  const machines = nameIndex([
    { id: 'rtx-3090', names: ['RTX 3090'] },
    { id: 'rtx-a6000', names: ['RTX A6000'] },
    { id: 'h20-141gb', names: ['H20-3e'] },
    { id: 'apple-m2-ultra', names: ['Apple M2 Ultra'] },
    { id: 'strix-halo', names: ['Ryzen AI Max+ 395'] },
  ]).index;
  const is = (text: string, id: string) =>
    assert.deepEqual(resolveName('machine', text, machines), { id }, text);
  is('2x RTX 3090 NVLink', 'rtx-3090');
  is('8×H20-3e 141GB', 'h20-141gb');
  is('A6000', 'rtx-a6000');
  is('3090', 'rtx-3090');
  is('Mac Studio (M2 Ultra, 192GB)', 'apple-m2-ultra');
  is('Framework Desktop (Ryzen AI Max+ PRO 395, 128GB)', 'strix-halo');
  assert.deepEqual(resolveName('machine', 'Tesla M2 Ultra', machines), { unresolved: 'unknown' });
  assert.deepEqual(
    [devicesInName('2x RTX 3090'), devicesInName('8×H20'), devicesInName('RTX 3090')],
    [2, 8, 1],
  );
});
