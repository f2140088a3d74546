import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkData } from '../../../src/data/check.ts';
import { collections, tables } from '../../../src/schema/collections.ts';
import { TODAY } from './fixture.ts';
import { inFile, testSlip } from './slips.ts';
import type { Slip } from './slips.ts';

const model = inFile('models/demo-8b.yaml');
const checkpoint = inFile('architectures/demo-1b.yaml');
const machine = inFile('hardware/demo-gpu.yaml');
const engine = inFile('engines/demo-engine.yaml');
const constants = inFile('engine-constants/llama.cpp.yaml');
const flags = inFile('engine-flags/demo-engine.yaml');
const effects = inFile('quantization-effects/demo.yaml');
const price = inFile('apis/demo-vendor.yaml');
const rental = inFile('rentals/demo-platform.yaml');
const tariff = inFile('electricity/demo-city.yaml');
const room = inFile('hosting/demo-room.yaml');
const rate = inFile('rates/usd-cny.yaml');
const score = inFile('benchmarks/demo-8b.yaml');
const speed = inFile('measurements/speed.csv');
const memory = inFile('measurements/memory.csv');
const erratum = inFile('errata/s001.yaml');
const claims = inFile('claims/resources.yaml');
const picker = inFile('picker/tree.yaml');
const precision = inFile('quantizations/q4.yaml');
const source = inFile('sources/card.yaml');

const SLIPS: Slip[] = [
  model('family: demo', 'famly: demo', 'famly', 'demo', '是不是想写 family'),
  model(
    'commercialUse: conditions',
    'commercialUse: maybe',
    'license.commercialUse',
    'maybe',
    'yes、conditions 或 no',
  ),
  model(
    '  condition: 年收入不足一百万可商用\n',
    '',
    'license.condition',
    '没有这个字段',
    '一句话写出条件',
    'license:',
  ),
  model('date: 2025-01-02', 'date: 2027-01-02', 'release.date', '2027-01-02', '更早的日期'),
  model(
    'activePublishedB: null',
    'activePublishedB: 9',
    'parameters.activePublishedB',
    '9',
    '不能多于参数量',
  ),
  model('total: 8000000000', 'total: 8.5', 'parameters.exact.total', '8.5', '要写整数'),
  model('total: 8000000000', 'total: 10000000000', 'parameters.exact.total', '10000000000', '相差超过 15%'),
  model('attention: gqa', 'attention: gpa', 'architecture.attention', 'gpa', 'gqa、mha'),
  model(
    'nativePrecision: bf16',
    'nativePrecision: bf17',
    'architecture.nativePrecision',
    'bf17',
    '是不是想写 bf16',
  ),
  model(
    'bytesPerToken16bit: 131072',
    'bytesPerToken16bit: 65536',
    'kvCache.bytesPerToken16bit',
    '65536',
    '按结构算出的是 131072',
  ),
  model('bytes: 16000000000', 'bytes: 1600', 'checkpointBytes.bytes', '1600', '至少 16000000000 字节'),
  model('gib: 4.6', 'gib: 0.46', 'publishedWeights[0].gib', '0.46', '至少'),
  model('gb: 20', 'gb: 2', 'engines.vllm.vram[0].gb', '2', '至少'),
  model('context: 32K', 'context: 32768', 'engines.ollama.context', '32768', '要写文字，加上引号'),
  model('extended: 131072', 'extended: 1024', 'context.extended', '1024', '不能小于原生长度'),
  model("value: 'yes'", 'value: maybe', 'abilities.tools.value', 'maybe', 'yes、partial 或 no'),
  model('code: true', 'code: 是', 'abilities.code', '是', 'true 或 false'),
  model('sizeGb: 4.9', 'sizeGb: 4.9 GB', 'files[0].sizeGb', '4.9 GB', '不加引号和单位'),
  model('sizeGb: 4.9', 'sizeGb: 0.49', 'files[0].sizeGb', '0.49', '至少 4.00 GB'),
  model('path: /guide/cost/', 'path: /guide/price/', 'guide.path', '/guide/price/', '指南里没有这一页'),
  machine('kind: gpu', 'kind: card', 'kind', 'card', 'gpu、cpu'),
  machine('gbPerSecond: 1000', 'gbPerSecond: -1000', 'bandwidth.gbPerSecond', '-1000', '要大于 0'),
  machine('  source: card\n', '  source: cards\n', 'bandwidth.source', 'cards', '是不是想写 card'),
  machine('threads: 16', 'threads: 4', 'cpu.threads', '4', '不能少于核数'),
  engine('https://example.com/engine', 'example.com', 'docs', 'example.com', '以 https://'),
  engine(
    'precisions: [bf16]',
    'precisions: [bf16, fp99]',
    'precisions[1]',
    'fp99',
    '先建 content/data/quantizations/',
  ),
  flags('--host', '--port', 'flags[1].flag', '--port', '这个参数写了两次', 'type: str'),
  effects(
    'precision: q4',
    'precision: q5',
    'rows[1].precision',
    'q5',
    '先建 content/data/quantizations/q5.yaml',
  ),
  price('region: mainland', 'region: china', 'prices[0].region', 'china', 'mainland（大陆）'),
  price('currency: CNY', 'currency: RMB', 'prices[0].currency', 'RMB', 'CNY 或 USD'),
  price('checkedOn: 2026-10', 'checkedOn: 十月', 'prices[0].checkedOn', '十月', '写成 YYYY-MM-DD'),
  price(
    'outputPerMillion: 4',
    'outputPerMillion: 4\n    cachedInputPerMillion: 2',
    'prices[0].cachedInputPerMillion',
    '2',
    '缓存价不高于输入价',
    'cachedInput',
  ),
  rental('per: hour', 'per: day', 'offers[0].per', 'day', 'hour（每小时）'),
  rental(
    'hardware: demo-gpu',
    'hardware: demo-gpuu',
    'offers[0].hardware',
    'demo-gpuu',
    '是不是想写 demo-gpu',
  ),
  tariff('perKwh: 0.6', 'perKwh: 0.4', 'prices[1].perKwh', '0.4', '要高于上一档'),
  tariff('customer: residential', 'customer: home', 'customer', 'home', 'residential（居民）'),
  room('amountHigh: 800', 'amountHigh: 200', 'items[0].amountHigh', '200', '要大于 amount（300）'),
  rate('value: 7', 'value: 0', 'value', '0', '要大于 0'),
  rate('date: 2026-08-22', 'date: 2026-02-31', 'date', '2026-02-31', '历法里要有这一天'),
  score('value: 81.1', 'value: 811', 'scores[0].value', '811', '0 到 100'),
  score('kind: vendor', 'kind: maker', 'scores[0].measuredBy.kind', 'maker', 'independent、vendor'),
  speed(',60,', ',很快,', 'decodeTokensPerSecond', '很快', '写数字'),
  speed('speed-0001,', 'row-1,', 'id', 'row-1', '加四位数字'),
  speed('speed-0001,card', 'speed-0001,crd', 'source', 'crd', '是不是想写 card'),
  speed('powerWatts', 'power', 'power', 'power', '是不是想写 powerWatts'),
  memory('15.5,GiB', '15.5,GBytes', 'unit', 'GBytes', 'GB、MB、GiB、MiB'),
  memory('total-gpu', 'vram', 'subject', 'vram', 'total-gpu'),
  memory('15.5,GiB', '1.5,GiB', 'value', '1.5', '至少'),
  erratum('verdict: impossible', 'verdict: wrong', 'verdict', 'wrong', 'impossible、differs'),
  erratum('sources: [card]', 'sources: []', 'sources', '0 项', '至少要有一个来源'),
  claims('      memory: {', '      memry: {', 'rows[0].cells.memry', '一组字段', '是不是想写 memory'),
  claims(
    'low: 10, unit: GB',
    'low: 10, unit: GiB',
    'rows[0].cells.memory.means.unit',
    'GiB',
    '单位只能写 GB',
  ),
  checkpoint('total: 1001981952', 'total: 1.0B', 'parameters.total', '1.0B', '要写整数'),
  checkpoint('vocabSize: 96000', 'vocab: 96000', 'architecture.vocab', '96000', '是不是想写 vocabSize'),
  constants('factor: 1.05', 'factor: -1', 'machines[0].factor', '-1', '要大于 0'),
  constants('class: 1.5', 'class: 0.5', 'groups[0].spread.decode.class', '0.5', '至少是 1'),
  picker('param: code', 'param: coding', 'branches[0].questions[0].param', 'coding', 'code、speed 或 best'),
  picker('line: 19', '\tline: 19', 'question', 'line: 19', '不能用制表符'),
  precision('family: gguf', 'family: ggml', 'family', 'ggml', 'float、integer'),
  source('kind: vendor', 'kind: blog', 'kind', 'blog', 'vendor、copy'),
  source('url: https://example.com/card\n', '', 'url', '没有这个字段', '读者能打开的网址', 'title'),
];
test('there are at least forty kinds of slip, some in every collection', () => {
  assert.ok(SLIPS.length >= 40);
  const folders = Object.keys(collections).map((name) => `content/data/${name}/`);
  const files = Object.values(tables).map(({ file }) => `content/data/${file}`);
  for (const place of [...folders, ...files]) {
    assert.ok(
      SLIPS.some(({ file }) => file.startsWith(place)),
      `nothing goes wrong in ${place}`,
    );
  }
});

for (const slip of SLIPS) testSlip(slip);

test('faults in real records of every kind are all told in one run, in less than five seconds', () => {
  const root = mkdtempSync(join(tmpdir(), 'faults-'));
  try {
    cpSync(fileURLToPath(new URL('../../../content', import.meta.url)), join(root, 'content'), {
      recursive: true,
    });
    const folders = Object.keys(collections).map((name) => join('content/data', name));
    const spoilt = folders.map((folder) => {
      const [name = ''] = readdirSync(join(root, folder)).sort();
      const file = join(folder, name);
      appendFileSync(join(root, file), '\nmistyped: 1\n');
      return file;
    });
    // Of the processor's time: other tests run at the same time.
    const start = process.cpuUsage();
    const { faults } = checkData({ root, today: TODAY });
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    const told = faults.filter(({ field }) => field === 'mistyped').map(({ file }) => file);
    assert.deepEqual(told.sort(), spoilt.sort());
    assert.ok(seconds < 5, `${seconds.toFixed(1)} s`);
  } finally {
    rmSync(root, { recursive: true });
  }
});
