import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFlags } from '../../../scripts/check-flags.ts';

test('the two flags, alone and together', () => {
  assert.deepEqual([...checkFlags([], {})], []);
  assert.deepEqual([...checkFlags(['--stale', '--unresolved'], {})], ['--stale', '--unresolved']);
});

test('another word is told, with the flag that was probably meant', () => {
  for (const word of ['--stlae', 'stale', '--Stale', '-stale']) {
    assert.throws(
      () => checkFlags([word], {}),
      new RegExp(`没有「${word}」这个选项；是不是想写 --stale。`),
      word,
    );
  }
  assert.throws(() => checkFlags(['--json'], {}), /没有「--json」这个选项。可写的有：\n.*-- --stale /);
});

test('a flag that npm kept for itself', () => {
  assert.throws(() => checkFlags([], { npm_config_stale: 'true' }), /写成 npm run check:data -- --stale$/);
});
