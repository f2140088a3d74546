import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looseDate } from '../../../src/schema/loose-date.ts';

test('a date is as exact as its source', () => {
  for (const date of ['2026-11-22', '2026-11', '2026', '2025/2026', '2024-01/2024-06'])
    assert.equal(looseDate.parse(date), date);
  assert.equal(looseDate.parse(new Date('2026-11-22')), '2026-11-22');
});

test('an unquoted year is told to be quoted', () => {
  const { error } = looseDate.safeParse(2025);
  assert.equal(error?.issues[0]?.message, "要写日期；只有年份时加引号，例如 '2025'");
});

test('what is no date', () => {
  for (const word of ['2026-13', '2026-1', '2025-2026', '26', '2025/', '']) {
    const { error } = looseDate.safeParse(word);
    assert.equal(
      error?.issues[0]?.message,
      "写成 YYYY-MM-DD、YYYY-MM 或 'YYYY'；一段时间写成 2025/2026",
      word,
    );
  }
});
