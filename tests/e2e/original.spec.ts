import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { builtPages, expect, test } from './site.ts';

/** The figures of the original that were held against published data, as they were handed over. */
const figures: { id: string; seed: string }[] = parse(
  readFileSync('tests/fixtures/original-figures.yaml', 'utf8'),
);

/** A number with the signs that belong to it: `8-12`, `88.1%`, `¥15,000`, `$0.03/1K`. */
const FIGURE = /[¥$+<>]?\s?\d[\d.,]*(?:-\d[\d.,]*)?(?:%|[KBG]\b)?/g;

const normal = (text: string) => text.replace(/\s+/g, ' ');

/** Text of every built page whose path starts with `prefix`, without what the site adds to a figure. */
async function textOf(page: import('@playwright/test').Page, prefix: string): Promise<string> {
  const texts: string[] = [];
  for (const path of builtPages().filter((candidate) => candidate.startsWith(prefix))) {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    texts.push(
      await page.locator('main').evaluate((main) => {
        const copy = main.cloneNode(true) as HTMLElement;
        for (const added of copy.querySelectorAll('[popover], .mark-word, script, style')) added.remove();
        return copy.textContent ?? '';
      }),
    );
  }
  return normal(texts.join('\n'));
}

test('every figure of the original stands on a guide page', async ({ page }) => {
  const guide = await textOf(page, 'guide/');
  const original = readFileSync('public/original-guide.md', 'utf8');
  const printed = [...new Set(original.match(FIGURE) ?? [])];
  expect(printed.length).toBeGreaterThan(120);
  const missing = printed.filter((figure) => !guide.includes(normal(figure).trim()));
  expect(missing).toEqual([]);
});

test('every checked figure stands on the errata page under its number', async ({ page }) => {
  await page.goto('about/errata/');
  expect(figures).toHaveLength(111);
  for (const { id, seed } of figures) {
    const entry = page.locator(`#${id}`);
    await expect(entry, id).toHaveCount(1);
    const expected = seed.startsWith('（') ? '（原文没有写）' : seed;
    expect(normal((await entry.textContent()) ?? ''), id).toContain(normal(expected));
  }
});

test('no sentence of the original is lost', async ({ page }) => {
  const guide = await textOf(page, 'guide/');
  const sentences = readFileSync('public/original-guide.md', 'utf8')
    .split('\n')
    .filter((line) => /^- [^*[]/.test(line) || /^- [✅⚠]/u.test(line))
    .map((line) => line.replace(/^- (✅ |⚠️ )?/u, ''));
  expect(sentences.length).toBeGreaterThan(40);
  // A list 「内存占用: 40-50GB」 became a list of terms: the colon and spaces are how it was set, not what it says.
  const words = (text: string) => text.replace(/[\s:：]/g, '');
  expect(sentences.filter((sentence) => !words(guide).includes(words(sentence)))).toEqual([]);
});
