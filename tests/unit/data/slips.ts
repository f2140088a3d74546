import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkData } from '../../../src/data/check.ts';
import { TODAY, withRepository } from './fixture.ts';

/** One slip: a piece of a sound file, what an editor wrote instead, and what the check has to say of it. */
export interface Slip {
  file: string;
  from: string;
  to: string;
  field: string;
  /** Piece of what the message shows as written. */
  value: string;
  /** Piece of what it says to do. */
  remedy: string;
  /** Text that stands in the line named, where that is not the changed one. */
  at?: string;
}

export const inFile =
  (file: string) =>
  (from: string, to: string, field: string, value: string, remedy: string, at?: string): Slip => ({
    file: `content/data/${file}`,
    ...{ from, to, field, value, remedy, at },
  });

/** A test that the check tells of the slip, at its line, with its value and a remedy. */
export function testSlip({ file, from, to, field, value, remedy, at }: Slip): void {
  test(`${file.split('/')[2]}: ${field}, ${to.trim() || `without ${from.trim()}`}`, () => {
    withRepository({ [file]: [[from, to]] }, (root) => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n');
      const line = 1 + lines.findIndex((text) => text.includes(at ?? to.trim()));
      const told = checkData({ root, today: TODAY }).faults.filter(
        (fault) => fault.field === field && fault.message.includes(remedy),
      );
      assert.deepEqual(
        told.map((fault) => `${fault.file}:${fault.line}`),
        [`${file}:${line}`],
      );
      assert.ok(told[0]?.value.includes(value), told[0]?.value);
    });
  });
}
