import assert from 'node:assert/strict';
import { test } from 'node:test';
import { llmsText } from '../../../src/site/llms-text.ts';

const page = (path: string, title: string, description = '') => ({
  path,
  file: `${path.slice(0, -1) || '/index'}.md`,
  title,
  description,
});

test('pages stand under their headings in the order of the menu, then the data', () => {
  const text = llmsText({
    pages: [
      page('/', '网站', '说明'),
      page('/models/b/', 'B'),
      page('/models/a/', 'A'),
      page('/cost/', '成本'),
      page('/guide/second/', '二'),
      page('/guide/first/', '一', '先读'),
      page('/changelog/', '更新'),
      page('/odd/path/', '别处'),
    ],
    order: ['/guide/first/', '/guide/second/', '/cost/'],
    lists: [{ title: '模型', count: 2, json: '/base/api/v1/models.json', csv: '/base/api/v1/models.csv' }],
    at: (path) => `https://example.com/base${path}`,
    address: (path) => `https://example.com${path}`,
  });
  const lines = text.split('\n').filter((line) => /^[#>-]/.test(line));
  assert.deepEqual(lines, [
    '# 网站',
    '> 说明',
    '## 指南',
    '- [一](https://example.com/base/guide/first.md): 先读',
    '- [二](https://example.com/base/guide/second.md)',
    '## 工具',
    '- [成本](https://example.com/base/cost.md)',
    '## 关于',
    '- [更新](https://example.com/base/changelog.md)',
    '## 各个模型',
    '- [A](https://example.com/base/models/a.md)',
    '- [B](https://example.com/base/models/b.md)',
    '## 其他',
    '- [别处](https://example.com/base/odd/path.md)',
    '## 数据',
    '- [全部数据文件的目录](https://example.com/base/api/v1/index.json): 每份数据的地址、条数和 JSON Schema，许可 CC BY 4.0',
    '- [模型](https://example.com/base/api/v1/models.json): 2 条，也有 [CSV](https://example.com/base/api/v1/models.csv)',
  ]);
});
