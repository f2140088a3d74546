import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ModelRow } from '../../../src/widgets/model-table/rows.ts';
import {
  cellsOf,
  headHtml,
  rowHtml,
  type TableContent,
} from '../../../src/widgets/model-table/table-html.ts';

const row = (change: Partial<ModelRow> = {}): ModelRow => ({
  id: 'a-1b',
  name: 'A-1B',
  href: '/models/a-1b/',
  dot: { color: 'var(--c1)', title: 'A' },
  searchText: 'a-1b',
  developer: 'a',
  family: 'a',
  paramsB: 1,
  abilities: [],
  commercialUse: null,
  weightsGb: { bf16: 2, 'q8-0': 1, 'q4-k-m': 0.6 },
  cells: {},
  sortKeys: {},
  ...change,
});

const column = { key: 'params', label: '参数量', numeric: true, kind: 'published', note: 'B' } as const;
const content = (change: Partial<TableContent> = {}): TableContent => ({
  columns: [column],
  tracks: {},
  rows: [],
  scale: {},
  sort: [],
  selected: [],
  ...change,
});

test('whatever a record says is text: it never opens a tag or leaves its attribute', () => {
  const hostile = fc.string({ unit: fc.constantFrom('<', '>', '"', '&', "'", 'b', ' ', '字') });
  fc.assert(
    fc.property(hostile, hostile, hostile, (name, title, text) => {
      const html = rowHtml(
        row({
          name,
          dot: { color: 'red', title },
          cells: { params: { text, stale: title, sources: [{ title: 'x' }] } },
        }),
        content(),
      );
      const tags = html.match(/<\/?[a-z]+/g) ?? [];
      const plain = rowHtml(
        row({
          name: 'n',
          dot: { color: 'red', title: 't' },
          cells: { params: { text: 'x', stale: title && 'y', sources: [{ title: 'x' }] } },
        }),
        content(),
      );
      assert.deepEqual(tags, plain.match(/<\/?[a-z]+/g));
      assert.equal(html.match(/"/g)?.length, plain.match(/"/g)?.length);
    }),
  );
});

test('what is not published is a dash with a word, and opens nothing', () => {
  const html = rowHtml(row({ cells: { params: null } }), content());
  assert.match(html, /<td role="gridcell" tabindex="-1" class="n none" aria-label="未公布或算不出">–<\/td>/);
});

test('a cell with a source opens it; a word of ours does not', () => {
  const opens = (cell: NonNullable<ModelRow['cells'][string]>) =>
    rowHtml(row({ cells: { params: cell } }), content()).includes('aria-haspopup="dialog"');
  assert.equal(opens({ text: '1', sources: [{ title: '模型卡' }] }), true);
  assert.equal(opens({ text: '1' }), false);
});

test('a bar is a share of the largest of the rows found; without a number there is none', () => {
  const bars = content({ columns: [{ ...column, bar: true }], scale: { params: 8 } });
  const share = (sortKeys: ModelRow['sortKeys']) => cellsOf(row({ sortKeys }), bars)[0]?.share;
  assert.equal(share({ params: 2 }), 0.25);
  assert.equal(share({ params: null }), null);
  assert.equal(share({ params: '2' }), null);
});

test('the head says by what and in which place it is sorted', () => {
  const one = headHtml(content({ sort: [{ column: 'params', descending: true }] }));
  assert.match(one, /aria-sort="descending"><button [^>]*data-column="params"/);
  assert.ok(!one.includes('sort-place'));
  const two = headHtml(
    content({
      sort: [
        { column: 'name', descending: false },
        { column: 'params', descending: true },
      ],
    }),
  );
  assert.match(two, /aria-sort="ascending"><button [^>]*data-column="name"/);
  assert.match(two, /参数量<svg.*<span class="sort-place"><span class="visually-hidden">第<\/span>2<\/span>/);
});
