import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseSearch } from '../../../src/url/codec.ts';
import { knownRecords } from '../../../src/widgets/memory/scenario.ts';
import { memoryCodec, OWN } from '../../../src/widgets/memory/url.ts';
import type { MemoryState } from '../../../src/widgets/memory/url.ts';
import { view } from '../../estimator.ts';
import { anyState } from './memory-state.ts';

const codec = memoryCodec(knownRecords(view));
const read = (search: string) => parseSearch(codec, search);
const stateOf = (change: Partial<MemoryState>): MemoryState => ({ ...codec.fallback, ...change });

/** Links that people keep: a change that breaks one of these breaks theirs. */
const SAVED: [search: string, change: Partial<MemoryState>][] = [
  ['', {}],
  ['?m=qwen2.5-72b-instruct&prec=awq-int4&n=4', { m: 'qwen2.5-72b-instruct', prec: 'awq-int4', n: 4 }],
  [
    '?prec=bf16&users=5&hw=2x-xeon-e5-2680&mem=50',
    { prec: 'bf16', users: 5, hw: '2x-xeon-e5-2680', mem: 50 },
  ],
  ['?ctx=32768&kv=q8_0', { ctx: 32_768, kv: ['q8_0', 'q8_0'] }],
  ['?kv=q8_0%2Cq4_0&engine=vllm', { kv: ['q8_0', 'q4_0'], engine: 'vllm' }],
  [
    '?hw=own&mem=128&bw=256&tflops=59&kind=unified&view=models&sort=speed',
    { hw: OWN, mem: 128, bw: 256, tflops: 59, kind: 'unified', view: 'models', sort: 'speed' },
  ],
  ['?hw=mac-mini-m4&mem=16', { hw: 'mac-mini-m4', mem: 16 }],
  [
    '?m=qwen2.5-72b-instruct&host=server-8ch-ddr5-4800',
    { m: 'qwen2.5-72b-instruct', host: 'server-8ch-ddr5-4800' },
  ],
];

describe('link of 「能跑吗」', () => {
  for (const [search, change] of SAVED) {
    it(`reads the saved link ${search || '(empty)'}, and writes it the same`, () => {
      assert.deepEqual(read(search), { state: stateOf(change), ignored: [] });
      assert.equal(codec.search(stateOf(change)), search);
    });
  }

  it('understands every link to it in the texts', () => {
    const root = new URL('../../../', import.meta.url);
    const links = globSync('content/docs/**/*.mdx', { cwd: root }).flatMap((file) =>
      [...readFileSync(new URL(file, root), 'utf8').matchAll(/\/memory\/(\?[^)`]+)/g)].map(
        ([, link = '']) => link,
      ),
    );
    assert.ok(links.length >= 3);
    for (const link of links) assert.deepEqual(read(link).ignored, [], link);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(anyState(view), (state) => {
        assert.deepEqual(read(codec.search(state)), { state, ignored: [] });
      }),
    );
  });

  it('names junk and keeps the rest', () => {
    const { state, ignored } = read(
      '?m=gpt-5&prec=q99&ctx=1e9&users=2.5&kv=f16,f16,f16&hw=rtx-4090-24gb&mem=48&bw=100&n=0&engine=foo&host=nobody&view=x&sort=size',
    );
    assert.deepEqual(ignored.map(({ key }) => key).sort(), [
      'bw',
      'ctx',
      'engine',
      'host',
      'kv',
      'm',
      'mem',
      'n',
      'prec',
      'users',
      'view',
    ]);
    assert.deepEqual(state, codec.fallback);
    assert.match(ignored.find(({ key }) => key === 'mem')?.expected ?? '', /24 GB/);
  });

  it('never throws, whatever stands in a link', () => {
    const raw = fc.dictionary(fc.constantFrom(...codec.keys), fc.string());
    fc.assert(
      fc.property(raw, (values) => {
        const { state } = codec.parse(values);
        assert.deepEqual(codec.parse(codec.format(state)).state, state);
      }),
    );
  });
});
