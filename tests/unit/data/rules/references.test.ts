import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assertGuidePagesExist,
  assertReferencesExist,
  assertScoresBelongToModel,
} from '../../../../src/data/rules/references.ts';
import { assertOnlyFault, faultsOfRule } from '../fixture.ts';
import type { Edits } from '../fixture.ts';

const CLAIMS = 'content/data/claims/resources.yaml';
const ENGINE = 'content/data/engines/demo-engine.yaml';
const ERRATUM = 'content/data/errata/s001.yaml';
const MODEL = 'content/data/models/demo-8b.yaml';
const PICKER = 'content/data/picker/tree.yaml';

const dangling: [
  kind: string,
  file: string,
  edit: [string, string],
  line: number,
  field: string,
  remedy: string,
][] = [
  [
    'source',
    ENGINE,
    ['source: card', 'source: cart'],
    3,
    'version.source',
    'sources 里没有「cart」；是不是想写 card',
  ],
  [
    'source in a list',
    ERRATUM,
    ['[card]', '[card, other-page]'],
    8,
    'sources[1]',
    'sources 里没有「other-page」；先建 content/data/sources/other-page.yaml',
  ],
  [
    'model of an erratum',
    ERRATUM,
    ['demo-8b', 'demo'],
    2,
    'model',
    'models 里没有「demo」；是不是想写 demo-8b',
  ],
  [
    'model of a column',
    CLAIMS,
    ['label: 内存, model: demo-8b', 'label: 内存, model: demo-9b'],
    6,
    'columns[0].model',
    'models 里没有「demo-9b」；是不是想写 demo-8b',
  ],
  [
    'model of an answer',
    PICKER,
    ['label: Demo, line: 23, model: demo-8b', 'label: Demo, line: 23, model: demo-80b'],
    16,
    'branches[0].questions[0].no.model',
    'models 里没有「demo-80b」；是不是想写 demo-8b',
  ],
  [
    'machine of a claim',
    CLAIMS,
    ['hardware: demo-gpu', 'hardware: demo-cpu'],
    13,
    'rows[0].cells.memory.means.hardware',
    'hardware 里没有「demo-cpu」；是不是想写 demo-gpu',
  ],
  [
    'precision of a file',
    MODEL,
    ['precision: q4', 'precision: q4-k-m'],
    60,
    'files[0].precision',
    'quantizations 里没有「q4-k-m」；先建 content/data/quantizations/q4-k-m.yaml',
  ],
  [
    'native precision',
    MODEL,
    ['nativePrecision: bf16', 'nativePrecision: fp16'],
    45,
    'architecture.nativePrecision',
    'quantizations 里没有「fp16」；先建 content/data/quantizations/fp16.yaml',
  ],
  [
    'precision an engine reads',
    ENGINE,
    ['[bf16]', '[bf16, q8]'],
    4,
    'precisions[1]',
    'quantizations 里没有「q8」；先建 content/data/quantizations/q8.yaml',
  ],
  [
    'erratum of a claim',
    CLAIMS,
    ['[s001]', '[s001, s002]'],
    13,
    'rows[0].cells.memory.errata[1]',
    'errata 里没有「s002」；是不是想写 s001',
  ],
  [
    'erratum of an answer',
    PICKER,
    ['[s001]', '[s100]'],
    15,
    'branches[0].questions[0].yes.errata[0]',
    'errata 里没有「s100」；先建 content/data/errata/s100.yaml',
  ],
];

for (const [kind, file, edit, line, field, message] of dangling) {
  test(`a reference to nothing: ${kind}`, () => {
    const value = /[a-z0-9-]+(?=\]?$)/.exec(edit[1])?.[0] ?? '';
    assertOnlyFault(assertReferencesExist, { [file]: [edit] }, { file, line, field, value, message });
  });
}

test('a reference to nothing: source of a measured row', () => {
  const file = 'content/data/measurements/speed.csv';
  assertOnlyFault(
    assertReferencesExist,
    { [file]: [[',card,', ',cart,']] },
    { file, line: 2, field: 'source', value: 'cart', message: 'sources 里没有「cart」；是不是想写 card' },
  );
});

test('text that happens to be no id is not taken for a reference', () => {
  const edits: Edits = {
    [MODEL]: [['languages: null', 'languages: { note: cart, source: card, confidence: seen }']],
  };
  assert.deepEqual(faultsOfRule(assertReferencesExist, edits), []);
});

test('a file of scores without its model', () => {
  const scores =
    'scores:\n  - {benchmark: A, variant: b, metric: c, value: 1, unit: "%", measuredBy: {kind: vendor, name: d}, date: 2025-01-02, source: card, confidence: seen}\n';
  const file = 'content/data/benchmarks/demo-9b.yaml';
  assertOnlyFault(
    assertScoresBelongToModel,
    { [file]: scores },
    {
      file,
      line: 1,
      field: '',
      value: 'demo-9b.yaml',
      message: '文件名要是模型的编号：models 里没有「demo-9b」；是不是想写 demo-8b',
    },
  );
});

test('a claim on a page that the guide does not have', () => {
  assertOnlyFault(
    assertGuidePagesExist,
    { [CLAIMS]: [['/guide/cost/#资源占用', '/guide/costs/#资源占用']] },
    {
      file: CLAIMS,
      line: 3,
      field: 'page',
      value: '/guide/costs/#资源占用',
      message: '指南里没有这一页；可写的有 /guide/cost/，后面可加 #锚点',
    },
  );
});

test('a model on a page that the guide does not have', () => {
  assertOnlyFault(
    assertGuidePagesExist,
    { [MODEL]: [['/guide/cost/#demo', '/guide/models/']] },
    {
      file: MODEL,
      line: 66,
      field: 'guide.path',
      value: '/guide/models/',
      message: '指南里没有这一页；可写的有 /guide/cost/，后面可加 #锚点',
    },
  );
});
