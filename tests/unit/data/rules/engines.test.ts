import { test } from 'node:test';
import {
  assertFlagsBelongToEngine,
  assertFlagsDiffer,
  assertSupportCellsMatchColumns,
} from '../../../../src/data/rules/engines.ts';
import { assertOnlyFault } from '../fixture.ts';

const ENGINE = 'content/data/engines/demo-engine.yaml';
const FLAGS = 'content/data/engine-flags/demo-engine.yaml';

test('a row of the support table that lacks a cell', () => {
  assertOnlyFault(
    assertSupportCellsMatchColumns,
    { [ENGINE]: [['columns: [Demo GPU]', 'columns: [Demo GPU, CPU]']] },
    {
      file: ENGINE,
      line: 14,
      field: 'precisionSupport.rows[0].cells',
      value: '列表（1 项）',
      message: '要有 2 格，与 columns 一一对应',
    },
  );
});

test('options of an engine that has no record', () => {
  const file = 'content/data/engine-flags/demo-engines.yaml';
  assertOnlyFault(
    assertFlagsBelongToEngine,
    { [file]: 'source: card\nconfidence: seen\nflags: []\n' },
    {
      file,
      line: 1,
      field: '',
      value: 'demo-engines.yaml',
      message: '文件名要是引擎的编号：engines 里没有「demo-engines」；是不是想写 demo-engine',
    },
  );
});

test('an option that stands twice', () => {
  assertOnlyFault(
    assertFlagsDiffer,
    { [FLAGS]: [['--host', '--port']] },
    {
      file: FLAGS,
      line: 5,
      field: 'flags[1].flag',
      value: '--port',
      message: '这个参数写了两次，删去一个',
    },
  );
});
