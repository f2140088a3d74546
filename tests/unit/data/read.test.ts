import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../../src/data/rules/fault.ts';
import { reportOn } from './fixture.ts';
import type { Edits } from './fixture.ts';

const MODEL = 'content/data/models/demo-8b.yaml';
const RATE = 'content/data/rates/usd-cny.yaml';
const PRICES = 'content/data/apis/demo-vendor.yaml';
const SOURCE = 'content/data/sources/card.yaml';
const CLAIMS = 'content/data/claims/resources.yaml';
const SCORES = 'content/data/benchmarks/demo-8b.yaml';
const PICKER = 'content/data/picker/tree.yaml';
const NUMBER = '要写数字，不加引号和单位';

type Case = [kind: string, edits: Edits, expected: Fault];

const fault = (file: string, line: number, field: string, value: string, message: string): Fault => ({
  file,
  line,
  field,
  value,
  message,
});

const files: Case[] = [
  [
    'a folder that is no collection',
    { 'content/data/model/other.yaml': 'name: x\n' },
    fault('content/data/model', 1, '', '文件夹 model', '没有「model」这一类记录；是不是想写 models'),
  ],
  [
    'a file outside the folders',
    { 'content/data/stray.yaml': 'name: x\n' },
    fault('content/data/stray.yaml', 1, '', 'stray.yaml', '把文件放进 content/data/ 下的一个文件夹'),
  ],
  [
    'a folder inside a collection',
    { 'content/data/models/qwen/big.yaml': 'name: x\n' },
    fault(
      'content/data/models/qwen',
      1,
      '',
      '文件夹 qwen',
      '子文件夹里的记录不会被读到，把它们移到 content/data/models/',
    ),
  ],
  [
    'another file extension',
    { 'content/data/models/big.yml': 'name: x\n' },
    fault('content/data/models/big.yml', 1, '', 'big.yml', '记录文件的名字以 .yaml 结尾，改名或移走'),
  ],
  [
    'a file name that is no id',
    { 'content/data/models/Big_Model.yaml': 'name: x\n' },
    fault(
      'content/data/models/Big_Model.yaml',
      1,
      '',
      'Big_Model.yaml',
      '文件名是记录的编号，只能用小写字母、数字、点和连字符，例如 qwen2.5-72b-instruct.yaml',
    ),
  ],
  ['an empty file', { [RATE]: '' }, fault(RATE, 1, '', '（空）', '要写一组字段，每行一个「字段: 值」')],
];

const syntax: Case[] = [
  [
    'a field written twice',
    { [RATE]: [['value: 7\n', 'value: 7\nvalue: 8\n']] },
    fault(RATE, 4, 'value', 'value: 8', '这个字段写了两次，删去一个'),
  ],
  [
    'a nested field written twice',
    { [PRICES]: [['    currency: CNY\n', '    currency: CNY\n    currency: USD\n']] },
    fault(PRICES, 7, 'prices[0].currency', 'currency: USD', '这个字段写了两次，删去一个'),
  ],
  [
    'a tab as indent',
    { [PRICES]: [['    currency: CNY', '\tcurrency: CNY']] },
    fault(PRICES, 6, 'prices', 'currency: CNY', '缩进要用空格，不能用制表符'),
  ],
  [
    'two colons in a line',
    { [SOURCE]: [['title: 模型卡', 'title: 模型卡: 第二版']] },
    fault(
      SOURCE,
      1,
      'title',
      'title: 模型卡: 第二版',
      '冒号写错了地方：一行只写一个「字段: 值」，文字里有冒号时加引号',
    ),
  ],
  [
    'a quote that is not closed',
    { [RATE]: [['confidence: seen', "confidence: 'seen"]] },
    fault(RATE, 7, 'confidence', '（空）', '少了一个符号：检查引号、括号和冒号是否成对'),
  ],
  [
    'a second document',
    { [RATE]: [['value: 7\n', '---\nvalue: 7\n']] },
    fault(RATE, 3, 'to', '---', '一个文件只写一条记录，删去 --- 分隔线'),
  ],
];

const shape: Case[] = [
  [
    'a mistyped field',
    { [MODEL]: [['  condition: ', '  conditon: ']] },
    fault(
      MODEL,
      15,
      'license.conditon',
      '年收入不足一百万可商用',
      '没有「conditon」这个字段；是不是想写 condition',
    ),
  ],
  [
    'an unknown field like no other, deep inside',
    { [PRICES]: [['    checkedOn', '    colour: red\n    checkedOn']] },
    fault(
      PRICES,
      9,
      'prices[0].colour',
      'red',
      '没有「colour」这个字段，删去它；这里可以写 source、confidence、id、name、region、currency、inputPerMillion、outputPerMillion、cachedInputPerMillion、cacheWritePerMillion、tiers、hours、checkedOn、from、to、released、historical、converted、suspect、featured、otherReadings、note',
    ),
  ],
  [
    'a missing field at the root',
    { [RATE]: [['value: 7\n', '']] },
    fault(RATE, 1, 'value', '（没有这个字段）', '补上 value：要写数字'),
  ],
  [
    'a missing field of a group: the line of the group',
    { [MODEL]: [['    total: 8000000000\n', '']] },
    fault(MODEL, 23, 'parameters.exact.total', '（没有这个字段）', '补上 total：要写整数，不加引号和单位'),
  ],
  [
    'a missing group',
    { [MODEL]: [['developer:\n  id: demo\n  name: 示例\n', '']] },
    fault(MODEL, 1, 'developer', '（没有这个字段）', '补上 developer：要写一组字段，每行一个「字段: 值」'),
  ],
  [
    'a number in quotes',
    { [PRICES]: [['inputPerMillion: 1', "inputPerMillion: '1'"]] },
    fault(PRICES, 7, 'prices[0].inputPerMillion', "'1'", `${NUMBER}：写 1`),
  ],
  [
    'a number with its unit',
    { [MODEL]: [['sizeGb: 4.9', 'sizeGb: 4.9GB']] },
    fault(MODEL, 61, 'files[0].sizeGb', '4.9GB', NUMBER),
  ],
  [
    'a fraction where a whole number belongs',
    { [MODEL]: [['layers: 32', 'layers: 32.5']] },
    fault(MODEL, 31, 'architecture.layers', '32.5', '要写整数，不加引号和单位'),
  ],
  [
    'a number below its least',
    { [PRICES]: [['outputPerMillion: 4', 'outputPerMillion: -4']] },
    fault(PRICES, 8, 'prices[0].outputPerMillion', '-4', '不能小于 0'),
  ],
  [
    'a number where text belongs',
    { [MODEL]: [['tag: demo:8b-q4', 'tag: 8']] },
    fault(MODEL, 62, 'files[0].tag', '8', "要写文字，加上引号：'8'"),
  ],
  [
    'a date where text belongs',
    { [MODEL]: [['name: Demo License', 'name: 2025-01-02']] },
    fault(MODEL, 12, 'license.name', '2025-01-02', "要写文字，加上引号：'2025-01-02'"),
  ],
  [
    'empty text',
    { [SOURCE]: [['title: 模型卡', "title: ''"]] },
    fault(SOURCE, 1, 'title', "''", '不能是空的；没有内容就删去这一行'),
  ],
  [
    'nothing after the colon',
    { [SOURCE]: [['title: 模型卡', 'title:']] },
    fault(SOURCE, 1, 'title', '（空）', '要写文字'),
  ],
  [
    'text where true or false belongs',
    { [MODEL]: [['code: true', 'code: 是']] },
    fault(MODEL, 56, 'abilities.code', '是', '只能写 true 或 false'),
  ],
  [
    'a word that is not on the list',
    { [MODEL]: [['type: dense', 'type: sparse']] },
    fault(MODEL, 29, 'architecture.type', 'sparse', '结构只能写 dense（稠密）或 moe（混合专家）'),
  ],
  [
    'a list where a group belongs',
    { [MODEL]: [['  id: demo\n  name: 示例', '  - demo\n  - 示例']] },
    fault(MODEL, 3, 'developer', '列表（2 项）', '要写一组字段，每行一个「字段: 值」'),
  ],
  [
    'a group where a list belongs',
    { [PRICES]: [['  - id: demo-large', '    id: demo-large']] },
    fault(PRICES, 2, 'prices', '一组字段', '要写列表，每项一行，以 - 开头'),
  ],
  [
    'an empty list',
    { [SCORES]: 'scores: []\n' },
    fault(SCORES, 1, 'scores', '列表（0 项）', '至少要有一条成绩'),
  ],
  [
    'a date that is written otherwise',
    { [RATE]: [['2026-08-22', '2026 年 8 月']] },
    fault(RATE, 4, 'date', '2026 年 8 月', '日期写成 YYYY-MM-DD，例如 2026-11-22'),
  ],
  [
    'a day that the calendar does not have',
    { [RATE]: [['2026-08-22', '2026-02-31']] },
    fault(RATE, 4, 'date', '2026-02-31', '日期写成 YYYY-MM-DD，而且历法里要有这一天'),
  ],
  [
    'an address without its protocol',
    { [SOURCE]: [['https://example.com/card', 'example.com/card']] },
    fault(SOURCE, 2, 'url', 'example.com/card', '要写完整网址，以 https:// 或 http:// 开头'),
  ],
  [
    'an id with other signs',
    { [MODEL]: [['family: demo', 'family: Demo_8B']] },
    fault(MODEL, 6, 'family', 'Demo_8B', '编号只能用小写字母、数字、点和连字符，例如 qwen2.5-72b-instruct'),
  ],
  [
    'a key of a table with other signs',
    { [CLAIMS]: [['      memory: {', "      'the memory': {"]] },
    fault(CLAIMS, 13, 'rows[0].cells["the memory"]', '一组字段', '字段名只能用字母、汉字、数字、点和连字符'),
  ],
  [
    'a question of an unknown kind',
    { [PICKER]: [['kind: yes-no', 'kind: maybe']] },
    fault(PICKER, 11, 'branches[0].questions[0].kind', 'maybe', '只能写 yes-no、more-than'),
  ],
];

for (const [kind, edits, expected] of [...files, ...syntax, ...shape]) {
  test(`names the place and the remedy: ${kind}`, () => {
    const inFile = reportOn(edits).faults.filter(({ file }) => file === expected.file);
    assert.deepEqual(inFile, [expected]);
  });
}

test('long text is cut where it is shown', () => {
  const [found] = reportOn({ [RATE]: [['value: 7', `value: ${'长'.repeat(200)}`]] }).faults;
  assert.equal(found?.value, `${'长'.repeat(80)}…`);
});

test('hidden files are no records', () => {
  assert.deepEqual(reportOn({ 'content/data/models/.gitkeep': '', 'content/data/.DS_Store': '' }).faults, []);
});
