import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  markdownPath,
  pageHead,
  pageMarkdown,
  pagePath,
  sidebarPaths,
} from '../../../src/site/page-markdown.ts';

const PAGE = '/guide/cost/';
const markdown = (main: string) => pageMarkdown(`<html><main lang="zh-CN">${main}</main></html>`, PAGE);

test('headings, text and lists', () => {
  assert.equal(
    markdown(
      '<h1 id="_top">成本</h1><div><h2 id="a">硬件</h2><a class="sl-anchor-link" href="#a"><span>链接</span></a></div>' +
        '<p>用 <code>Q4_K_M</code>，即 Q4_K_M。</p><dl><dt>电费</dt><dd>每年 ¥0</dd></dl><footer>上一页</footer>',
    ),
    '# 成本\n\n## 硬件\n\n用 `Q4_K_M`，即 Q4_K_M。\n\n- **电费**：每年 ¥0\n',
  );
});

test('a table keeps its rows and columns, whatever stands in a cell', () => {
  assert.equal(
    markdown(
      '<figure><figcaption>多大？<small>GB</small></figcaption><table><thead><tr><th>精度</th><th>大小<small>GB</small></th></tr></thead>' +
        '<tbody><tr><th>a|b</th><td><p>一行</p>\n<p>两行</p></td></tr><tr><td colspan="2">合计</td></tr><tr><td>只有一格</td></tr></tbody></table></figure>',
    ),
    '**多大？（GB）**\n\n| 精度 | 大小（GB） |\n| --- | --- |\n| a\\|b | 一行 两行 |\n| 合计 |  |\n| 只有一格 |  |\n',
  );
});

test('a claim keeps its mark in words; what it opens, controls and pictures are left out', () => {
  const claim =
    '<span class="pop-wrap"><button class="pop-open claim">88.1%<svg><path d="M0 0"></path></svg>' +
    '<span class="visually-hidden mark-word">（<!-- -->不可能<!-- -->）</span></button>' +
    '<span class="pop" id="x" popover="auto"><span class="pop-row"><span>结论</span></span><span>见别处</span></span></span>';
  assert.equal(
    markdown(
      `<table><tr><th>成绩</th></tr><tr><td>${claim}</td></tr><tr><td>81<small class="recalled">待核实</small></td></tr>` +
        '<tr><td><span class="none">–<span class="visually-hidden">未公布</span></span></td></tr></table>' +
        '<form><label>价格<input value="1"></label></form><button class="action">复制链接</button><script>let a = 1;</script>',
    ),
    '| 成绩 |\n| --- |\n| 88.1%（不可能） |\n| 81（待核实） |\n| – |\n',
  );
});

test('of a picture nothing is left, whatever pictures stand in it', () => {
  assert.equal(
    markdown('<p>前</p><svg><text>一</text><svg><path d="M0 0"></path></svg><text>二</text></svg><p>后</p>'),
    '前\n\n后\n',
  );
});

test('links lead where they lead on the page', () => {
  assert.equal(
    markdown(
      '<p><a href="#b">甲</a>，<a href="?calls=1">乙</a>，<a href="/guide/models/">丙</a>，<a href="https://example.com/a">丁</a></p>',
    ),
    `[甲](${PAGE}#b)，[乙](${PAGE}?calls=1)，[丙](/guide/models/)，[丁](https://example.com/a)\n`,
  );
});

test('a file without a page has no Markdown', () => {
  assert.equal(pageMarkdown('<html><body>空</body></html>', '/'), null);
});

test('title and description come from the head', () => {
  const html =
    '<meta property="og:title" content="自建 &amp; API"/><meta name="description" content="比 &quot;钱&quot;"/>';
  assert.deepEqual(pageHead(html), { title: '自建 & API', description: '比 "钱"' });
});

test('the Markdown of a page stands beside it', () => {
  assert.equal(pagePath('index.html'), '/');
  assert.equal(pagePath('guide/cost/index.html'), '/guide/cost/');
  assert.equal(pagePath('404.html'), null);
  assert.equal(markdownPath('/'), '/index.md');
  assert.equal(markdownPath('/guide/cost/'), '/guide/cost.md');
});

test('the menu of a page gives the reading order, without the base', () => {
  const html =
    '<nav class="sidebar print:hidden"><a href="/guide/models/">甲</a><a href="/guide/cost/" aria-current="page">乙</a></nav><a href="/guide/x/">丙</a>';
  assert.deepEqual(sidebarPaths(html, '/guide'), ['/models/', '/cost/']);
  assert.deepEqual(sidebarPaths('<p>没有菜单</p>', ''), []);
});

test('what an island carries is not read, whatever stands in it', () => {
  assert.equal(
    markdown('<astro-island props="a > b &quot;<p>数据</p>" client="load"><p>看得见</p></astro-island>'),
    '看得见\n',
  );
});
