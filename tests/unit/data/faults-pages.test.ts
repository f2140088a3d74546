import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePage } from '../../../src/data/read-pages.ts';
import { reportOn } from './fixture.ts';
import { SOUND } from './sound-repository.ts';

const FILE = 'content/docs/guide/cost.mdx';
const COMPONENTS = ['Claim', 'Checked', 'ClaimTable', 'ClaimList', 'GuideList', 'ModelTable'];
/** Where the components are does not matter here: each stands in a file that is there. */
const files = Object.fromEntries(COMPONENTS.map((name) => [`content/docs/guide/${name}.astro`, '']));
const imports = COMPONENTS.map((name) => `import ${name} from './${name}.astro';`).join('\n');

/** Faults of a page with this line in it. */
const told = (line: string, more: Record<string, string> = {}) =>
  reportOn({ ...files, ...more, [FILE]: `${imports}\n\n${line}\n` }).faults.map(
    ({ file, line: at, field, value, message }) => `${file}:${at} | ${field} | ${value} | ${message}`,
  );

const at = `${FILE}:${COMPONENTS.length + 2}`;

test('a page that names what is there has no fault', () => {
  for (const line of [
    '<Claim id="resources/demo/memory" />，核对值 <Checked id="s001" />',
    `<ClaimTable id="resources" rows={['demo']} columns={['memory']} title="占多少？" verdicts />`,
    '<ClaimList id="resources" row="demo" />',
    `<ModelTable view="resources" models={['demo-8b']} title="要多少内存？" />`,
    '[模型](/models/demo-8b/)、[机器](/hardware/demo-gpu/?q=1#x)、[本页](/guide/cost/#成本)、[更新](/changelog/)',
    '```mdx\n<Claim id="nothing/at/all" />\n```',
    '写成 `<Clam id="…" />` 就错了',
  ]) {
    assert.deepEqual(told(line), [], line);
  }
});

const SLIPS: [line: string, field: string, value: string, remedy: string][] = [
  ['<Clam id="resources/demo/memory" />', '<Clam>', 'Clam', '没有引入 Clam；是不是想写 Claim'],
  ['<Cost />', '<Cost>', 'Cost', '没有引入 Cost；在文件开头照别的页面写 import'],
  ['<Claim id="resource/demo/memory" />', '<Claim> id', 'resource/demo/memory', '是不是想写 resources'],
  ['<Claim id="resources/x/memory" />', '<Claim> id', 'resources/x/memory', '可写的有 demo'],
  ['<Claim id="resources/demo/memry" />', '<Claim> id', 'resources/demo/memry', '是不是想写 memory'],
  ['<Claim />', '<Claim> id', '（没有写）', '补上 id="…"'],
  [
    '<Claim ident="resources/demo/memory" />',
    '<Claim> ident',
    'resources/demo/memory',
    '没有「ident」这一项',
  ],
  ['<Checked id="s002" />', '<Checked> id', 's002', 'errata 里没有「s002」'],
  [`<ClaimTable id="resources" rows={['dem']} />`, '<ClaimTable> rows', `['dem']`, '是不是想写 demo'],
  [`<ClaimTable id="resources" columns={['x']} />`, '<ClaimTable> columns', `['x']`, '没有这一列：「x」'],
  [`<ClaimTable id="resources" row={['demo']} />`, '<ClaimTable> row', `['demo']`, '是不是想写 rows'],
  ['<ClaimList id="resources" row="x" />', '<ClaimList> row', 'x', '没有这一行：「x」'],
  ['<GuideList model="demo-8c" kind="pros" />', '<GuideList> model', 'demo-8c', '是不是想写 demo-8b'],
  ['<GuideList model="demo-8b" kind="pro" />', '<GuideList> kind', 'pro', '是不是想写 pros'],
  ['<GuideList model="demo-8b" kind="pros" />', '<GuideList> kind', 'pros', 'guide 里没有 pros'],
  ['<ModelTable view="resource" />', '<ModelTable> view', 'resource', '是不是想写 resources'],
  [`<ModelTable view="speed" models={['demo']} />`, '<ModelTable> models', `['demo']`, '是不是想写 demo-8b'],
  ['[费用](/guide/costs/)', '链接', '/guide/costs/', '站内没有这一页；是不是想写 /guide/cost/'],
  ['[费用](/guide/cost)', '链接', '/guide/cost', '是不是想写 /guide/cost/'],
  ['[模型](/models/demo/)', '链接', '/models/demo/', '是不是想写 demo-8b'],
];
for (const [line, field, value, remedy] of SLIPS) {
  test(`a page with ${line}`, () => {
    const all = told(line);
    assert.ok(
      all.some((text) => text.startsWith(`${at} | ${field} | ${value} | `) && text.includes(remedy)),
      all.join('\n'),
    );
  });
}

test('a component whose file is not there, or whose record', () => {
  const [first = ''] = told("import Cost from './Cost.astro';\n\n<Cost />");
  assert.match(first, /rates|hardware/);
  const all = told("import Cost from './Cost.astro';\n\n<Cost />", { 'content/docs/guide/Cost.astro': '' });
  assert.deepEqual(
    all.map((text) => text.split(' | ').at(0)),
    ['content/data/hardware/guide-server-128gb.yaml:1'],
  );
  assert.ok(
    told("import Cost from './Nowhere.astro';").some((text) => text.includes('没有这个文件；照别的页面')),
  );
  assert.ok('content/data/rates/usd-cny.yaml' in SOUND);
});

test('tags over several lines keep the line of each attribute', () => {
  const { uses } = parsePage('x.mdx', '<ClaimTable\n  id="a"\n  rows={[\'b\']}\n  verdicts\n/>\n');
  assert.deepEqual(
    uses.map(({ component, line, attributes }) => [component, line, attributes]),
    [
      [
        'ClaimTable',
        1,
        [
          { name: 'id', value: 'a', line: 2 },
          { name: 'rows', value: "['b']", line: 3 },
          { name: 'verdicts', value: '', line: 4 },
        ],
      ],
    ],
  );
});
