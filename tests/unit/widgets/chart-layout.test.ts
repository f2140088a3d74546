import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisTo, type BarLine, type BarsPicture, type LinePicture } from '../../../src/core/chart.ts';
import {
  BAR,
  layoutBars,
  layoutLegend,
  stretch,
  tickPath,
  TICK_STEPS,
} from '../../../src/widgets/charts/layout.ts';
import { layoutLine } from '../../../src/widgets/charts/line-layout.ts';

const line = (label: string, changes: Partial<BarLine> = {}): BarLine => ({
  kind: 'estimate',
  label,
  value: '估算 1–2 tok/s',
  shape: { type: 'range', low: 10, high: 30 },
  ref: { row: label, column: 'decode' },
  ...changes,
});

const picture = (lines: BarLine[], changes: Partial<BarsPicture> = {}): BarsPicture => ({
  key: 'one',
  title: '',
  lines,
  axis: axisTo(100, 'tok/s'),
  ...changes,
});

test('bars stand under each other with their labels above, inside the picture', () => {
  const laid = layoutBars(picture([line('甲'), line('乙'), line('丙')], { title: '标题', note: '说明' }));
  let floor = laid.notes.at(-1)?.y ?? 0;
  for (const { labelY, barY } of laid.lines) {
    assert.ok(labelY > floor && barY > labelY);
    floor = barY + BAR;
  }
  assert.ok(laid.height > floor);
});

test('a figure that has no room beside a long label stands under it', () => {
  const [short, long] = layoutBars(
    picture([line('RTX 4090 24GB'), line('Ryzen AI Max+ 395 128GB（Strix Halo），BF16')]),
  ).lines;
  assert.equal(short?.valueY, null);
  assert.ok((long?.valueY ?? 0) > (long?.labelY ?? Infinity));
});

test('a claim stands close under what it is held against', () => {
  const claim = line('指南原值', { kind: 'claim', value: '45GB', verdict: { word: '不可能', grave: true } });
  const [first, second, third] = layoutBars(picture([line('甲'), claim, line('乙')])).lines;
  assert.ok(first && second && third);
  assert.ok(second.barY - first.barY < third.barY - second.barY);
});

test('what can be pointed at covers its bar and says the verdict; dots that lie on each other are one', () => {
  const ref = { row: '甲', column: 'measured' };
  const measured = [
    { at: 25, value: '25 tok/s', ref },
    { at: 27, value: '27 tok/s', ref },
    { at: 60, value: '60 tok/s', ref },
  ];
  const { hits } = layoutBars(
    picture([line('甲', { verdict: { word: '不可能', grave: true }, measured })], { title: '机器' }),
  );
  assert.deepEqual(
    hits.map(({ left, width, dot, name, ref: { column } }) => [left, width, dot, name, column]),
    [
      [10, 20, false, '机器，甲：估算 1–2 tok/s，不可能', 'decode'],
      [26, 0, true, '机器，甲，实测：25 tok/s、27 tok/s', 'measured'],
      [60, 0, true, '机器，甲，实测：60 tok/s', 'measured'],
    ],
  );
});

test('a stretch is a share of the axis', () => {
  assert.deepEqual(stretch(line('甲'), 50), { left: 20, width: 40 });
  assert.deepEqual(stretch(line('甲', { shape: { type: 'bar', value: 25 } }), 50), { left: 0, width: 50 });
});

test('the key breaks before the edge of a phone', () => {
  const entries = ['权重', 'KV 缓存', '激活与运行时', '指南原值', '实测'].map((label) => ({
    swatch: 'w' as const,
    label,
  }));
  const laid = layoutLegend(entries);
  assert.ok(new Set(laid.entries.map(({ y }) => y)).size > 1);
  assert.ok(laid.height > (laid.entries.at(-1)?.y ?? 0));
});

const served: LinePicture = {
  key: 'throughput',
  title: '吞吐',
  x: { label: '用户', end: 10, ticks: [1, 10] },
  axis: axisTo(20, 'tok/s'),
  estimate: [
    { x: 1, low: 1, typical: 2, high: 4, value: '1–4 tok/s', ref: { row: 'users-1', column: 'throughput' } },
    { x: 5, low: 2, typical: 5, high: 9, value: '2–9 tok/s' },
    {
      x: 10,
      low: 4,
      typical: 8,
      high: 16,
      value: '4–16 tok/s',
      ref: { row: 'users-10', column: 'throughput' },
    },
  ],
  claims: [
    { x: 1, low: 10, value: '10 tok/s', ref: { row: 'users-1', column: 'claim' } },
    {
      x: 10,
      low: 7.9,
      value: '8 tok/s',
      verdict: { word: '不可能', grave: true },
      ref: { row: 'users-10', column: 'claim' },
    },
  ],
};

test('lines rise with their figures, and the band goes up one side and back on the other', () => {
  const laid = layoutLine(served);
  assert.equal(laid.y(0), laid.bottom);
  assert.equal(laid.y(20), laid.top);
  assert.equal(laid.band, '10,80 50,55 100,20 100,80 50,90 10,95');
  assert.equal(laid.typical, '10,90 50,75 100,60');
});

test('only figures of the table can be pointed at, and names at the end of lines keep apart', () => {
  const laid = layoutLine(served);
  assert.deepEqual(
    laid.hits.map(({ name }) => name),
    [
      '吞吐，1 个用户，估算：1–4 tok/s',
      '吞吐，10 个用户，估算：4–16 tok/s',
      '吞吐，1 个用户，指南原值：10 tok/s',
      '吞吐，10 个用户，指南原值：8 tok/s，不可能',
    ],
  );
  const [first, second] = laid.names;
  assert.ok(Math.abs((first?.y ?? 0) - (second?.y ?? 0)) >= 15);
});

test('ticks stand where their values are, those on one place once, and a large field stays small', () => {
  assert.equal(tickPath([50, 12.34, 100, 50.01, 0], 100), 'M0 0v1M123 0v1M500 0v1M1000 0v1');
  assert.equal(tickPath([3], 12), 'M250 0v1');
  const many = Array.from({ length: 50_000 }, (_, index) => (index % 9973) / 99.73);
  assert.equal(tickPath(many, 100).split('M').length - 1, TICK_STEPS + 1);
});
