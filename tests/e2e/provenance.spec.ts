import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from './site.ts';

interface Score {
  benchmark: string;
  value: number;
  unit: string;
  source: string;
  date?: string;
}

/** Every so many-th score of all: the same fifty each time, spread over the models. */
const all = globSync('content/data/benchmarks/*.yaml')
  .sort()
  .flatMap((file) => {
    const { scores }: { scores: Score[] } = parse(readFileSync(file, 'utf8'));
    const model = /([^/\\]+)\.yaml$/.exec(file)?.[1] ?? '';
    return scores.map((score, index) => ({ model, index, score }));
  });
const sample = Array.from({ length: 50 }, (_, index) => all[Math.floor((index * all.length) / 50)]!);

const sourceOf = (id: string): { title: string; url?: string } =>
  parse(readFileSync(`content/data/sources/${id}.yaml`, 'utf8'));

test('fifty figures lead from the page to the source in their records', async ({ page }) => {
  test.setTimeout(120_000);
  expect(all.length).toBeGreaterThan(800);
  for (const { model, index, score } of sample) {
    await page.goto(`models/${model}/`);
    const row = page
      .getByRole('region', { name: /各项评测/ })
      .locator('tbody tr')
      .nth(index);
    await expect(row.getByRole('rowheader')).toHaveText(score.benchmark);
    const figure = row.getByRole('button');
    await expect(figure).toContainText(`${score.value}${score.unit === '%' ? '%' : ''}`);
    await figure.click();
    const popover = row.getByRole('dialog');
    const { title, url } = sourceOf(score.source);
    await expect(popover).toContainText('谁测的');
    await expect(popover).toContainText(title);
    if (url) await expect(popover.getByRole('link', { name: title })).toHaveAttribute('href', url);
    await page.keyboard.press('Escape');
  }
});
