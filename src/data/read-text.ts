import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './rules/fault.ts';

/** What a merge of two versions leaves in a file until somebody chooses one. */
const CONFLICT = /^(<{7} .*|={7}|>{7} .*)$/;

const conflictLine = (text: string) => text.split('\n').findIndex((line) => CONFLICT.test(line.trimEnd()));

/** The text of a file, or why nothing in it can be relied on: another encoding, or a merge that was not finished. */
export function readText(root: string, file: string): { text: string; faults: Fault[] } {
  const bytes = readFileSync(join(root, file));
  const fault = (line: number, value: string, message: string): Fault => ({
    ...{ file, line, field: '', value, message },
  });
  const text = bytes.toString('utf8');
  if (text.includes('\uFFFD') || text.includes('\0')) {
    const line = text.split('\n').findIndex((one) => /[\uFFFD\0]/.test(one)) + 1;
    return { text, faults: [fault(line, '（不是 UTF-8 文字）', '用编辑器把文件另存为 UTF-8')] };
  }
  const at = conflictLine(text);
  if (at < 0 || !/^<{7} /m.test(text)) return { text, faults: [] };
  const value = text.split('\n')[at]!.trimEnd();
  return {
    text,
    faults: [
      fault(at + 1, value, '合并冲突还没有解决：两种写法留下一种，删去 <<<<<<<、=======、>>>>>>> 三行'),
    ],
  };
}
