import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { markdownToHtml } from 'satteri';
import { releases } from '../../../src/data/changelog.ts';

test('sections are cut at their headings, with version and date', () => {
  const html = `<h1 id="更新日志">更新日志</h1><p>格式</p>
<h2 id="未发布">未发布</h2><ul><li>新页面</li></ul>
<h2 id="010---2026-11-22">0.1.0 - 2026-11-22</h2>
<p>第一个版本。</p><h3 id="新增">新增</h3>`;
  assert.deepEqual(releases(html), [
    { id: '未发布', version: '未发布', date: null, html: '<ul><li>新页面</li></ul>' },
    {
      id: '010---2026-11-22',
      version: '0.1.0',
      date: '2026-11-22',
      html: '<p>第一个版本。</p><h3 id="新增">新增</h3>',
    },
  ]);
});

test('an empty section is left out', () => {
  assert.deepEqual(releases('<h2 id="a">未发布</h2>\n<h2 id="b">0.1.0 - 2026-11-22</h2><p>x</p>').length, 1);
  assert.deepEqual(releases('<h1>更新日志</h1>'), []);
});

test('CHANGELOG.md keeps the form: no section is lost, dates fall', () => {
  const text = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8');
  const { html } = markdownToHtml(text);
  const titles = [...text.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);
  assert.ok(titles.every((title) => title === '未发布' || /^\d+\.\d+\.\d+ - \d{4}-\d{2}-\d{2}$/.test(title)));
  // The bare renderer gives headings no anchor; the site's does.
  const found = releases(html.replace(/<h2>/g, '<h2 id="">'));
  const dates = found.flatMap(({ date }) => date ?? []);
  assert.equal(dates.length, titles.filter((title) => title !== '未发布').length);
  assert.deepEqual(dates, dates.toSorted().reverse());
});
