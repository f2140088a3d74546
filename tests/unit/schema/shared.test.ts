import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { z } from 'zod';
import {
  count,
  dayOrMonth,
  id,
  isoDate,
  nonNegative,
  positive,
  text,
  url,
} from '../../../src/schema/shared.ts';

const accepts = (schema: z.ZodType, ...values: unknown[]) =>
  values.forEach((value) => assert.ok(schema.safeParse(value).success, `refuses ${String(value)}`));
const refuses = (schema: z.ZodType, ...values: unknown[]) =>
  values.forEach((value) => assert.ok(!schema.safeParse(value).success, `accepts ${String(value)}`));

test('ids', () => {
  accepts(id, 'qwen2.5-72b-instruct', '01-ai', '2x-xeon-e5-2680-v4');
  refuses(id, '', 'Qwen', 'a b', 'a_b', '-a', '.a', 'a/b', 7);
});

test('text says something', () => {
  accepts(text, '指南');
  refuses(text, '', 8, null, new Date(0));
});

test('dates, quoted or not, become one form', () => {
  accepts(isoDate, '2024-02-29');
  refuses(isoDate, '2023-02-29', '2026-13-01', '2026-1-1', '2026-08', '今天', 20260822);
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (date) => {
        const day = date.toISOString().slice(0, 10);
        assert.equal(isoDate.parse(day), day);
        assert.equal(isoDate.parse(new Date(day)), day);
        assert.equal(dayOrMonth.parse(new Date(day)), day);
        assert.equal(dayOrMonth.parse(day.slice(0, 7)), day.slice(0, 7));
      },
    ),
  );
});

test('a month where the source names no day', () => {
  accepts(dayOrMonth, '2026-10', '2026-10-31');
  refuses(dayOrMonth, '2026', '2026-13', '2026-10-32');
});

test('addresses are complete', () => {
  accepts(url, 'https://example.com/a', 'http://example.com');
  refuses(url, 'example.com', 'ftp://example.com', '/guide/', 'javascript:alert(1)');
});

test('numbers', () => {
  accepts(positive, 0.1, 1e12);
  refuses(positive, 0, -1, '1', Number.NaN, Number.POSITIVE_INFINITY);
  accepts(nonNegative, 0, 0.5);
  refuses(nonNegative, -0.1, null);
  accepts(count, 1, 32_763_876_352);
  refuses(count, 0, 1.5, -1, '1', 2 ** 60);
});
