import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkData } from '../../../src/data/check.ts';
import { readGuidePages, readLibrary } from '../../../src/data/read.ts';
import type { Fault, Rule } from '../../../src/data/rules/fault.ts';
import { SOUND } from './sound-repository.ts';

export const TODAY = '2026-11-22';

/** File → its new text, null to delete it, or replacements in the sound one. */
export type Edits = Record<string, string | null | [from: string, to: string][]>;

function textAfter(file: string, edit: Edits[string] | undefined): string | null {
  if (typeof edit === 'string' || edit === null) return edit;
  return (edit ?? []).reduce((text, [from, to]) => {
    assert.equal(text.split(from).length, 2, `「${from}」 must stand exactly once in ${file}`);
    return text.replace(from, () => to);
  }, SOUND[file] ?? '');
}

/** Writes the sound repository with the edits to a folder that lasts as long as `use` runs. */
export function withRepository<Result>(edits: Edits, use: (root: string) => Result): Result {
  const root = mkdtempSync(join(tmpdir(), 'check-data-'));
  try {
    for (const file of new Set([...Object.keys(SOUND), ...Object.keys(edits)])) {
      const text = textAfter(file, edits[file]);
      if (text === null) continue;
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

export const reportOn = (edits: Edits) => withRepository(edits, (root) => checkData({ root, today: TODAY }));

/** Faults that one rule finds in the edited repository. */
export function faultsOfRule(rule: Rule, edits: Edits): Fault[] {
  return withRepository(edits, (root) =>
    rule(readLibrary(root).library, { today: TODAY, guidePages: readGuidePages(root) }),
  );
}

/** The rule finds this fault, it alone, and the whole check tells of it. */
export function assertOnlyFault(rule: Rule, edits: Edits, expected: Fault): void {
  assert.deepEqual(faultsOfRule(rule, edits), [expected]);
  assert.deepEqual(
    reportOn(edits).faults.filter(({ file, field }) => file === expected.file && field === expected.field),
    [expected],
  );
}
