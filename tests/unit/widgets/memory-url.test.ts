import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSearch } from '../../../src/url/codec.ts';
import { knownRecords } from '../../../src/widgets/memory/scenario.ts';
import { memoryCodec } from '../../../src/widgets/memory/url.ts';
import { view } from '../../estimator.ts';

const codec = memoryCodec(knownRecords(view));
const read = (search: string) => parseSearch(codec, search);

describe('link of 「能跑吗」', () => {
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
});
