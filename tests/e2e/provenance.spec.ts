import { globSync, readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import { expect, test } from './site.ts';

/** A figure of a record: where its page shows it, and what its popover has to say. */
interface Figure {
  path: string;
  text: string;
  source: string;
  /** The part of the page that holds the figure and its popover. */
  place(page: Page): Locator;
  says?: string;
}

type Cited = { source: string };
interface Score extends Cited {
  benchmark: string;
  value: number;
  unit: string;
}
interface ModelRecord {
  files: (Cited & { tag: string; sizeGb: number })[];
  context: Cited & { native: number };
}
interface Machine {
  bandwidth?: Cited & { gbPerSecond: number };
  power?: Cited & { tdpWatts: number };
}

function records<Value>(folder: string): [id: string, record: Value][] {
  return globSync(`content/data/${folder}/*.yaml`)
    .sort()
    .map((file) => [/([^/\\]+)\.yaml$/.exec(file)?.[1] ?? '', parse(readFileSync(file, 'utf8'))]);
}

const grouped = (value: number) => value.toLocaleString('en-US');
/** The answer beside a term of a list of facts. */
const answer = (page: Page, term: string) =>
  page
    .locator('dt')
    .filter({ hasText: new RegExp(`^${term}$`) })
    .first()
    .locator('xpath=following-sibling::dd[1]');

const scores = records<{ scores: Score[] }>('benchmarks').flatMap(([id, { scores }]) =>
  scores.map(({ benchmark, value, unit, source }, index): Figure => ({
    path: `models/${id}/`,
    text: `${value}${unit === '%' ? '%' : ''}`,
    source,
    says: '谁测的',
    place: (page) =>
      page
        .getByRole('region', { name: /各项评测/ })
        .locator('tbody tr')
        .nth(index)
        .filter({ has: page.getByRole('rowheader', { name: benchmark, exact: true }) }),
  })),
);
const modelFigures = records<ModelRecord>('models').flatMap(([id, { files, context }]): Figure[] => [
  {
    path: `models/${id}/`,
    text: `${grouped(context.native)} token`,
    source: context.source,
    place: (page) => answer(page, '上下文长度'),
  },
  ...files.map(({ tag, sizeGb, source }) => ({
    path: `models/${id}/`,
    text: String(sizeGb),
    source,
    place: (page: Page) =>
      page
        .getByRole('region', { name: '各精度有多大？' })
        .locator('tbody tr')
        .filter({ has: page.getByRole('cell', { name: tag, exact: true }) }),
  })),
]);
const machineFigures = records<Machine>('hardware').flatMap(([id, { bandwidth, power }]): Figure[] => [
  ...(bandwidth
    ? [
        {
          path: `hardware/${id}/`,
          text: `${grouped(bandwidth.gbPerSecond)} GB/s`,
          source: bandwidth.source,
          place: (page: Page) => answer(page, '内存带宽'),
        },
      ]
    : []),
  ...(power
    ? [
        {
          path: `hardware/${id}/`,
          text: `${power.tdpWatts} W`,
          source: power.source,
          place: (page: Page) => answer(page, '功耗'),
        },
      ]
    : []),
]);

/** Every so many-th figure of a kind: the same each time, spread over the records. */
const sample = (figures: Figure[], count: number) =>
  Array.from({ length: count }, (_, index) => figures[Math.floor((index * figures.length) / count)]!);

const sourceOf = (id: string): { title: string; url?: string } =>
  parse(readFileSync(`content/data/sources/${id}.yaml`, 'utf8'));

for (const [kind, all, count] of [
  ['scores', scores, 30],
  ['figures of models', modelFigures, 20],
  ['figures of machines', machineFigures, 20],
] as const) {
  test(`${count} ${kind} lead from the page to the source in their records`, async ({ page }) => {
    test.setTimeout(120_000);
    expect(all.length).toBeGreaterThan(100);
    for (const { path, text, source, place, says } of sample(all, count)) {
      await page.goto(path);
      const held = place(page);
      const figure = held.getByRole('button').filter({ hasText: text }).first();
      await figure.click();
      const popover = held.getByRole('dialog');
      const { title, url } = sourceOf(source);
      await expect(popover, `${path} ${text}`).toContainText(title);
      if (says) await expect(popover).toContainText(says);
      if (url) await expect(popover.getByRole('link', { name: title })).toHaveAttribute('href', url);
      await page.keyboard.press('Escape');
    }
  });
}
