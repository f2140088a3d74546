import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { measurementItem, memoryBytes } from '../../src/core/measurements.ts';
import { packTable } from '../../src/core/packed-table.ts';
import { nameReports } from '../../src/data/names.ts';
import { readLibrary } from '../../src/data/read.ts';
import { libraryNames } from '../../src/data/rules/measurements.ts';

const { library } = readLibrary(fileURLToPath(new URL('../..', import.meta.url)));
const speed = library.speedMeasurements.entries.map(({ value }) => value);
const memory = library.memoryMeasurements.entries.map(({ value }) => value);
const rows = [...speed, ...memory];

test('every row of the collected measurements is here', () => {
  assert.equal(speed.length, 2163);
  assert.equal(memory.length, 842);
});

test('figures as their sources print them', () => {
  const speedOf = (id: string) => library.speedMeasurements.byId.get(id)?.value;
  const { decodeTokensPerSecond, prefillTokensPerSecond, machineName, modelName } =
    speedOf('speed-0001') ?? {};
  assert.deepEqual(
    { decodeTokensPerSecond, prefillTokensPerSecond, machineName, modelName },
    {
      decodeTokensPerSecond: 12,
      prefillTokensPerSecond: 41,
      machineName: 'Core i5-12400 (2x16 GB DDR4-2400, measured 29.6 GB/s) [CPU]',
      modelName: 'Qwen3-30B-A3B',
    },
  );
});

test('Qwen measured 72B at GPTQ-Int4 on one A100: 11.07 tok/s in 39.91 GiB', () => {
  const isIt = ({ source, modelName, precisionName }: (typeof rows)[number]) =>
    source === 'qwen25-speed' && modelName === 'Qwen2.5-72B-Instruct' && precisionName === 'GPTQ-Int4';
  const fast = speed.filter((row) => isIt(row) && row.promptTokens === 1 && row.engine.startsWith('transf'));
  assert.deepEqual(
    fast.map(({ devices, decodeTokensPerSecond }) => [devices, decodeTokensPerSecond]),
    [[1, 11.07]],
  );
  const held = memory.filter((row) => isIt(row) && row.note?.startsWith('输入 1 token'));
  assert.deepEqual(
    held.map(({ value, unit, printedUnit }) => [value, unit, printedUnit]),
    [[39.91, 'GiB', 'GB']],
  );
});

test('Qwen’s table of vLLM throughput: requests a second × 1,100 tokens is what it prints as tokens a second', () => {
  const table = speed.filter(({ throughputKind }) => throughputKind === 'prompt-and-output');
  const printed = table.map(({ modelName, devices, throughputTokensPerSecond }) => [
    modelName,
    devices,
    throughputTokensPerSecond,
  ]);
  assert.deepEqual(printed, [
    ['Qwen1.5-32B-Chat', 2, 7343.56],
    ['Qwen1.5-32B-Chat', 2, 8791.35],
    ['Qwen2-57B-A14B-Instruct', 2, 5291.15],
    ['Qwen2-57B-A14B-Instruct', 2, 5698.37],
  ]);
  for (const { id, note, throughputTokensPerSecond = 0 } of table) {
    const requestsPerSecond = Number(/每秒 ([\d.]+) 个请求/.exec(note ?? '')?.[1]);
    assert.ok(Math.abs(throughputTokensPerSecond / (requestsPerSecond * 1100) - 1) < 0.002, id);
  }
});

test('more devices than a machine holds are a slip of the pen', () => {
  for (const { id, devices, machineName } of speed)
    assert.ok(devices <= 8 || machineName.includes('Cluster'), `${id}: ${devices}`);
});

test('what cannot be true stays, with the reason, and is no fact', () => {
  const excluded = rows.filter((row) => row.excluded !== undefined);
  assert.deepEqual(
    excluded.map(({ machineName, modelName, excluded: reason }) => [machineName, modelName, reason]),
    [
      [
        'RTX 3060 12GB',
        'Qwen2.5-Coder-7B-Instruct',
        '不可能：每 token 读 4.7 GB，119 tok/s 要 559 GB/s，超过这块卡的 360 GB/s',
      ],
    ],
  );
});

test('throughput says what it counts, by the rules of its source', () => {
  const kinds: Record<string, string> = {
    'ms-qwen2-docs': 'wall-2048',
    'qwen25-speed': 'wall-2048',
    'ms-tensorrt-llm-perf': 'per-gpu-output',
  };
  const ofSource = (source: string) => kinds[source] ?? 'system-output';
  for (const { id, source, throughputTokensPerSecond, throughputKind, note = '' } of speed) {
    // One table of Qwen's page counts the tokens of the prompts too; batched-bench sums up generation alone.
    const expected = note.includes('提示与生成的 token 都算')
      ? 'prompt-and-output'
      : note.includes('S_TG')
        ? 'generation-output'
        : ofSource(source);
    assert.equal(throughputKind, throughputTokensPerSecond === undefined ? undefined : expected, id);
  }
});

test('generated tokens ÷ wall time is a decode speed only where there was no prompt to speak of', () => {
  for (const row of speed.filter(({ throughputKind }) => throughputKind === 'wall-2048')) {
    assert.equal(row.decodeTokensPerSecond !== undefined, row.promptTokens === 1, row.id);
  }
});

test('Qwen’s pages print GB and mean GiB; the printed unit is kept', () => {
  const pages = memory.filter(({ source }) => source === 'qwen25-speed' || source === 'ms-qwen2-docs');
  assert.equal(pages.length, 148);
  for (const { id, unit, printedUnit } of pages) assert.deepEqual([unit, printedUnit], ['GiB', 'GB'], id);
});

test('every row has a source of its own kind and a page a reader can open', () => {
  for (const { id, source, sourceUrl } of rows) {
    assert.ok(library.sources.byId.get(source)?.value.url, `${id}: ${source}`);
    assert.match(sourceUrl, /^https?:\/\/\S+$/, id);
  }
});

test('most names lead to records, and none is lost', () => {
  const least = { model: 0.35, machine: 0.9, precision: 0.9 };
  for (const { kind, rows: all, resolved, alike, unresolved } of nameReports(library)) {
    const rest = unresolved.reduce((sum, { rows: count }) => sum + count, 0);
    assert.equal(resolved + alike + rest, all, kind);
    assert.ok(resolved >= least[kind] * all, `${kind}: ${resolved} of ${all}`);
  }
});

test('a printed memory lies between a MiB and two TB', () => {
  for (const row of memory) {
    const bytes = memoryBytes(row);
    assert.ok(bytes >= 2 ** 20 && bytes < 2e12, `${row.id}: ${bytes}`);
  }
});

test('the whole library travels in less than 64 kB', () => {
  const names = libraryNames(library);
  const packed = packTable(rows.map((row) => measurementItem(row, names)));
  const { length } = brotliCompressSync(JSON.stringify(packed));
  assert.ok(length < 64_000, `${length} bytes`);
});
