import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hardware } from '../../../src/schema/hardware.ts';

const messages = (memory: object) =>
  hardware
    .safeParse({ name: 'GPU', kind: 'gpu', memory: { source: 'card', confidence: 'seen', ...memory } })
    .error?.issues.map(({ message }) => message);

test('a machine has one memory size, or several to choose from', () => {
  assert.equal(messages({ gb: 24 }), undefined);
  assert.equal(messages({ optionsGb: [16, 32] }), undefined);
  const both = '写 gb（一种容量）或 optionsGb（几种容量），只写一个';
  assert.deepEqual(messages({ gb: 16, optionsGb: [16, 32] }), [both]);
  assert.deepEqual(messages({}), [both]);
  assert.deepEqual(messages({ optionsGb: [24] }), ['只有一种容量就写 gb']);
});
