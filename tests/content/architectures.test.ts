import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { kvCacheBytes } from '../../src/core/kv-cache.ts';
import { architectureOf } from '../../src/core/measurements.ts';
import { checkpointFacts, countParameters } from '../../src/core/parameters.ts';
import { readLibrary } from '../../src/data/read.ts';
import { libraryNames } from '../../src/data/rules/measurements.ts';

const { library } = readLibrary(fileURLToPath(new URL('../..', import.meta.url)));
const { architectures, models, speedMeasurements, memoryMeasurements } = library;
const names = libraryNames(library);
const rows = [...speedMeasurements.entries, ...memoryMeasurements.entries].map(({ value }) => value);

test('at least nine measured rows in ten name a model whose architecture is known', () => {
  const found = rows.filter((row) => architectureOf(row, names));
  assert.ok(found.length >= 0.94 * rows.length, `${found.length} of ${rows.length}`);
  const checkpoints = found.filter((row) => architectureOf(row, names)?.kind === 'architectures');
  assert.ok(checkpoints.length >= 700, String(checkpoints.length));
});

test('names as strangers write them', () => {
  const NAMES: [name: string, id: string][] = [
    ['mistral:7b-instruct-v0.3', 'mistral-7b-v0.3'],
    ['codellama:13b-instruct', 'codellama-13b'],
    ['Llama2-70B', 'llama-2-70b'],
    ['Midnight-Miqu-70B-v1.5', 'llama-2-70b'],
    ['gemma2:9b-instruct', 'gemma-2-9b'],
    ['gemma2:27b-instruct', 'gemma-2-27b-it'],
    ['Qwen2-1.5B-Instruct', 'qwen2.5-1.5b'],
    ['HuggingFaceTB_SmolLM3-3B-Q4_K_M', 'smollm3-3b'],
    ['deepseek-r1:7b-qwen-distill', 'qwen2.5-7b-instruct'],
    ['meta-llama/Llama-3.2-3B-Instruct', 'llama-3.2-3b'],
    ['phi3:3.8b-mini-4k-instruct-q4_K_M', 'phi-3-mini'],
    ['llama3.1:405b-instruct', 'llama-3.1-405b'],
  ];
  for (const [modelName, id] of NAMES) assert.equal(architectureOf({ modelName }, names)?.id, id, modelName);
});

test('parameters as the safetensors of each checkpoint hold them', () => {
  const PUBLISHED: [id: string, total: number, active: number | null][] = [
    ['llama-2-13b', 13_015_864_320, null],
    ['llama-3.2-1b', 1_235_814_400, null],
    ['llama-3.1-405b', 405_853_388_800, null],
    ['gemma-7b', 8_537_680_896, null],
    ['phi-3-mini', 3_821_079_552, null],
    ['qwen2.5-3b', 3_085_938_688, null],
    ['smollm2-1.7b', 1_711_376_384, null],
    ['tinyllama-1.1b', 1_100_048_384, null],
    ['falcon3-7b', 7_455_550_464, null],
    ['olmo-3-7b', 7_298_011_136, null],
    ['starcoder2-7b', 7_173_923_840, null],
    ['mixtral-8x22b', 140_630_071_296, 39_152_001_024 - 32_768 * 6144],
    ['qwen2-57b-a14b', 57_409_011_712, null],
  ];
  for (const [id, total, active] of PUBLISHED) {
    const { parameters } = architectures.byId.get(id)!.value;
    assert.ok(Math.abs(parameters.total / total - 1) < 1e-4, `${id}: ${parameters.total}`);
    if (active !== null)
      assert.ok(Math.abs(parameters.active! / active - 1) < 1e-3, `${id}: ${parameters.active}`);
  }
});

test('most can be counted, and nearly all give bounds and a cache', () => {
  const known = architectures.entries.filter(({ value }) => value.architecture !== null);
  const counted = known.filter(({ value }) => countParameters(value.architecture!));
  assert.ok(counted.length >= 0.9 * known.length, `${counted.length} of ${known.length}`);
  for (const { id, value } of known) {
    assert.ok(checkpointFacts(value), id);
    assert.ok(kvCacheBytes(value.architecture!), id);
  }
});

test('a cache as it was measured: GLM-Z1-32B, 1,952 MiB at 32,768 tokens', () => {
  const { architecture } = architectures.byId.get('glm-4-32b-0414')!.value;
  assert.equal(kvCacheBytes(architecture!)!.bytesPerToken * 32_768, 1952 * 2 ** 20);
});

test('an architecture from memory says what its figures agree with', () => {
  const recalled = architectures.entries.filter(({ value }) => value.architecture?.confidence === 'recalled');
  assert.ok(recalled.length > 0);
  for (const { id, value } of recalled) assert.match(value.architecture?.note ?? '', /相符/, id);
});

test('no id is that of a model', () => {
  assert.deepEqual(
    architectures.entries.filter(({ id }) => models.ids.has(id)).map(({ id }) => id),
    [],
  );
});
