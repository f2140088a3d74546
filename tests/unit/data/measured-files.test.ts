import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readMemoryFile, readSpeedFile } from '../../../src/data/measured-files.ts';

function withFile<Result>(text: string, use: (path: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'measured-'));
  try {
    const path = join(folder, 'rows.csv');
    writeFileSync(path, text);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SPEED_HEAD =
  'source_id,hardware,n_devices,engine,model,quant,n_prompt,n_gen,ctx,concurrency,prefill_tok_s,decode_tok_s,throughput_tok_s,date,source_url,params_b,active_params_b,model_size_gib,power_w,notes';
const speed = (...lines: string[]) =>
  withFile([SPEED_HEAD, ...lines].join('\n'), (path) => readSpeedFile(path));

test('a stranger’s row becomes one of ours: names as printed, empty cells left out', () => {
  const { rows, unreadable } = speed(
    'x,RTX 9999,2,vLLM 1.0,Some-7B,AWQ,512,128,0,max,"1,234.5",50,,2026,https://example.com,7.2,,4.1,,',
  );
  assert.deepEqual(unreadable, []);
  assert.deepEqual(rows[0], {
    id: 'speed-0000',
    source: 'x',
    sourceUrl: 'https://example.com',
    machineName: 'RTX 9999',
    devices: 2,
    engine: 'vLLM 1.0',
    modelName: 'Some-7B',
    precisionName: 'AWQ',
    date: '2026',
    flags: [],
    promptTokens: 512,
    generatedTokens: 128,
    contextTokens: 0,
    concurrency: 'max',
    prefillTokensPerSecond: 1234.5,
    decodeTokensPerSecond: 50,
    parametersB: 7.2,
    modelSizeGib: 4.1,
  });
});

test('what notes say becomes a flag or a kind of throughput', () => {
  const note = (text: string, engine = 'llama.cpp') =>
    speed(`x,RTX 4090,1,${engine},M-7B,Q4_K_M,1,1,1,1,,10,20,,,,,,,"${text}"`).rows[0]!;
  assert.deepEqual(note('file estimated larger than the device memory, so partly on the CPU').flags, [
    'offload',
  ]);
  assert.deepEqual(note('experts partly on CPU; user-submitted').flags, ['offload']);
  assert.deepEqual(note('hybrid', 'KTransformers v0.3').flags, ['offload']);
  assert.deepEqual(note('LIMITED THREADS: decode with 3 threads').flags, ['limited-threads']);
  assert.deepEqual(note('EAGLE --speculative-num-steps 1').flags, ['speculative']);
  assert.ok(note('user-submitted; impossible: needs more than the card has').excluded);
  assert.equal(note('output tok/s PER GPU at maximum load').throughputKind, 'per-gpu-output');
  assert.equal(note('speed = 2048 generated tokens / total wall time').throughputKind, 'wall-2048');
  assert.equal(note('throughput = generation tok/s summed (S_TG)').throughputKind, 'generation-output');
  assert.equal(note('(prompt + generated) / time').throughputKind, 'prompt-and-output');
  assert.equal(note('').throughputKind, 'system-output');
});

test('a row that says nothing usable is told by its line, and a file of another kind is refused', () => {
  const { rows, unreadable } = speed(
    'x,,1,e,M-7B,Q4,,,,,,10,,,,,,,,',
    'x,RTX 4090,1,e,M-7B,Q4,,,,,,abc,,,,,,,,',
  );
  assert.deepEqual(rows, []);
  assert.deepEqual(unreadable, [
    { line: 2, reason: '没有写模型或机器' },
    { line: 3, reason: 'decode_tok_s「abc」不是正数' },
  ]);
  assert.throws(() => withFile('a,b\n1,2\n', readSpeedFile), /表头里没有 model/);
});

test('memory: the first word of the unit counts, 2x before the machine are two devices', () => {
  const { rows } = withFile(
    [
      'source_id,model,quant,file_or_runtime,context,concurrency,engine,value,unit,source_url,hardware,date,notes',
      'q,M-7B,BF16,total_gpu,8192,1,transformers 4.46.0,14.9,GiB (printed as GB),u,2x A100 80GB,,input 6144 + 2048 generated',
      'q,M-7B,BF16,weights_loaded,,1,vLLM,7.48,GiB,u,,,"TP2, per GPU"',
    ].join('\n'),
    readMemoryFile,
  );
  assert.deepEqual(
    rows.map(({ subject, value, unit, devices, flags }) => ({ subject, value, unit, devices, flags })),
    [
      { subject: 'total-gpu', value: 14.9, unit: 'GiB', devices: 2, flags: [] },
      { subject: 'weights-loaded', value: 7.48, unit: 'GiB', devices: undefined, flags: ['per-device'] },
    ],
  );
});

test('figures with a unit or a spread are read, others are told by what they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'figures-'));
  const path = join(folder, 'speed.csv');
  const head = 'model,hardware,decode_tok_s,n_devices,params_b';
  const lines = ['A-8B,RTX 4090,"~1,125.5 tok/s ± 0.3",1,8B', 'A-8B,RTX 4090,-5,1,', 'A-8B,RTX 4090,50,1.5,'];
  writeFileSync(path, `\ufeff${[head, ...lines].join('\r\n')}\r\n`);
  const { rows, unreadable } = readSpeedFile(path);
  rmSync(folder, { recursive: true });
  assert.deepEqual([rows[0]?.decodeTokensPerSecond, rows[0]?.parametersB], [1125.5, 8]);
  assert.equal(rows.length, 1);
  assert.deepEqual(
    unreadable.map(({ reason }) => reason),
    ['decode_tok_s「-5」不是正数', 'n_devices「1.5」不是正整数'],
  );
});
