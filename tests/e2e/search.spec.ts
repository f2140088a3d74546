import { expect, test } from './site.ts';

/** What readers type, and the page that must be among the first results. */
const QUERIES: [query: string, path: string][] = [
  ['快速选择', 'guide/quick-pick/'],
  ['推荐模型', 'guide/quick-pick/'],
  ['详细对比', 'guide/models/'],
  ['工具调用', 'guide/'],
  ['Function Calling', 'guide/'],
  ['上下文长度', 'guide/'],
  ['性能对比', 'guide/performance/'],
  ['代码生成能力', 'guide/performance/'],
  ['HumanEval', 'guide/'],
  ['LiveCodeBench', 'guide/performance/'],
  ['磁盘空间', 'guide/performance/'],
  ['使用场景', 'guide/scenarios/'],
  ['小团队', 'guide/scenarios/'],
  ['个人开发者', 'guide/scenarios/'],
  ['max-model-len', 'guide/scenarios/'],
  ['量化', 'guide/quantization/'],
  ['AWQ', 'guide/'],
  ['bitsandbytes', 'guide/quantization/'],
  ['实测', 'guide/measurements/'],
  ['并发', 'guide/measurements/'],
  ['E5-2680', 'hardware/'],
  ['E5-2680 vLLM', 'guide/'],
  ['成本', 'guide/cost/'],
  ['盈亏平衡点', 'cost/'],
  ['自建还是 API', 'cost/'],
  ['决策树', 'guide/summary/'],
  ['Yi-Coder', 'guide/alternatives/'],
  ['StarCoder2', 'guide/alternatives/'],
  ['更新计划', 'guide/roadmap/'],
  ['参考资源', 'guide/references/'],
  ['原文核对', 'about/errata/'],
  ['不可能', 'about/errata/'],
];

test('joined Chinese and Latin queries find their pages', async ({ page }) => {
  await page.goto('');
  // The index as the search box asks it; the box itself is tried below.
  const found = await page.evaluate(async (queries) => {
    const pagefind = await import(new URL('pagefind/pagefind.js', document.baseURI).href);
    await pagefind.init();
    const hits: string[][] = [];
    for (const [query] of queries) {
      const { results } = await pagefind.search(query);
      hits.push(
        await Promise.all(
          results
            .slice(0, 6)
            .map(async (result: { data(): Promise<{ url: string }> }) => (await result.data()).url),
        ),
      );
    }
    return hits;
  }, QUERIES);
  const missed = QUERIES.filter(([, path], index) => !found[index]?.some((url) => url.includes(path)));
  expect(missed).toEqual([]);
});

test('the search box opens with the keyboard and leads to the page', async ({ page }) => {
  await page.goto('');
  // Enabled by the same script that listens for the keys.
  await expect(page.getByRole('button', { name: '搜索' })).toBeEnabled();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: '搜索' });
  await expect(dialog).toBeVisible();
  await dialog.locator('input').fill('盈亏平衡点');
  const result = dialog.getByRole('link', { name: '自建还是 API' }).first();
  await expect(result).toBeVisible();
  await result.click();
  await expect(page).toHaveURL(/\/cost\//);
});
