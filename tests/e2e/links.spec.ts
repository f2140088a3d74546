import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { expect, test } from './site.ts';

/** The links that people keep; what each means is tried with the codecs, here that the page shows it. */
const SAVED: Record<string, { link: string }[]> = parse(readFileSync('tests/fixtures/links.yaml', 'utf8'));

const note = (page: Page) => page.locator('.notice').filter({ hasText: /^链接里有 \d+ 处看不懂/ });

interface Widget {
  page: string;
  /** Kept links with what a reader then sees. */
  seen: Record<string, (page: Page) => Promise<void>>;
  /** A change of a reader. */
  change(page: Page): Promise<unknown>;
}

const WIDGETS: Record<string, Widget> = {
  'model-table': {
    page: 'models/',
    seen: {
      '?q=coder&dev=alibaba,deepseek&size=10-40': async (page) => {
        await expect(page.getByLabel('名称或开发者')).toHaveValue('coder');
        await expect(page.locator('.figures tbody th')).toHaveText([/Coder/, /Coder/, /Coder/, /Coder/]);
      },
      '?view=coding&sort=-bigcodebench': (page) =>
        expect(page.getByRole('columnheader', { name: /BigCodeBench/ }).first()).toHaveAttribute(
          'aria-sort',
          'descending',
        ),
    },
    change: (page) => page.getByLabel('名称或开发者').fill('qwen'),
  },
  compare: {
    page: 'compare/',
    seen: {
      '?m=gemma-3-27b-it,qwen3-32b&only=diff': async (page) => {
        const heads = page.locator('.compare-table thead th:not(:first-child)');
        await expect(heads).toHaveText([/^Gemma 3 27B/, /^Qwen3-32B/]);
        await expect(page.getByRole('radio', { name: '只看差异' })).toBeChecked();
      },
    },
    change: (page) => page.getByRole('radio', { name: '只看差异' }).check({ force: true }),
  },
  memory: {
    page: 'memory/',
    seen: {
      '?m=qwen2.5-72b-instruct&prec=awq-int4&n=4': async (page) => {
        await expect(page.getByRole('combobox', { name: '模型', exact: true })).toHaveValue('Qwen2.5-72B');
        await expect(page.getByRole('textbox', { name: '几张' })).toHaveValue('4');
      },
      '?hw=mac-mini-m4&mem=16': (page) =>
        expect(page.getByRole('combobox', { name: '机器', exact: true })).toHaveValue(/Mac mini/),
    },
    change: (page) => page.getByRole('textbox', { name: '同时使用的人数' }).fill('2'),
  },
  cost: {
    page: 'cost/',
    seen: {
      '?hw=30000&calls=5000&api=gpt-4': (page) =>
        expect(page.locator('.cost-verdict')).toContainText('每天 5,000 次'),
    },
    change: (page) => page.getByRole('textbox', { name: '每天调用' }).fill('66'),
  },
  picker: {
    page: 'pick/',
    seen: {
      '?mem=64&code=yes&speed=no': (page) =>
        expect(page.locator('.picker-answers h2')).toHaveText(['Qwen2.5-Coder-32B']),
    },
    change: (page) => page.getByRole('button', { name: '64 GB' }).click(),
  },
  'hardware-table': {
    page: 'hardware/',
    seen: {
      '?q=4090': (page) => expect(page.locator('.figures tbody th').first()).toContainText('4090'),
    },
    change: (page) => page.getByRole('searchbox').or(page.locator('.filter-text input')).first().fill('4090'),
  },
  'measurement-table': {
    page: 'measurements/',
    seen: {
      '?hw=rtx-4090-24gb': (page) =>
        expect(page.locator('.figures tbody td:nth-of-type(1)').first()).toContainText('4090'),
    },
    change: (page) => page.locator('.filter-text input').first().fill('awq'),
  },
  errata: {
    page: 'about/errata/',
    seen: {
      '?model=none': (page) => expect(page.locator('.erratum').first()).toBeVisible(),
    },
    change: (page) => page.getByRole('button', { name: /^不可能/ }).click(),
  },
  accuracy: {
    page: 'about/accuracy/',
    seen: {
      '?what=prefill&class=apple-late&sort=-error': (page) =>
        expect(page.getByLabel('机器类别')).toHaveValue('apple-late'),
    },
    change: (page) => page.getByLabel('机器类别').selectOption('apple-late'),
  },
};

test('every widget with kept links is opened here', () => {
  expect(Object.keys(WIDGETS).toSorted()).toEqual(Object.keys(SAVED).toSorted());
});

/** As they stand in an address: no text, a name of JavaScript, an emoji, full-width digits, broken, and very long. */
const HOSTILE = ['%00', '__proto__', '%F0%9F%98%80%EF%BC%97%E0%A4%A', 'x,'.repeat(250)];

for (const [name, { page: path, seen, change }] of Object.entries(WIDGETS)) {
  const links = SAVED[name]?.map(({ link }) => link) ?? [];

  test(`/${path} shows what kept links ask for`, async ({ page }) => {
    for (const [link, sees] of Object.entries(seen)) {
      expect(links).toContain(link);
      await page.goto(`${path}${link}`);
      await sees(page);
      await expect(note(page), link).toHaveCount(0);
    }
  });

  test(`/${path}: a change leaves the parameters of others and the hash alone`, async ({ page }) => {
    await page.goto(`${path}?utm=mail&embed=0&%E6%A0%87%E8%AE%B0=%E7%94%B2#there`);
    const before = page.url();
    await change(page);
    await expect(page).not.toHaveURL(before);
    const { searchParams, hash } = new URL(page.url());
    expect([searchParams.get('utm'), searchParams.get('embed'), searchParams.get('标记'), hash]).toEqual([
      'mail',
      '0',
      '甲',
      '#there',
    ]);
  });

  test(`/${path}: what a hostile author writes breaks nothing, and is said`, async ({ page }) => {
    test.setTimeout(90_000);
    const keys = [...new Set(links.flatMap((link) => [...new URLSearchParams(link).keys()]))];
    for (const value of HOSTILE) {
      const query = keys.map((key) => `${key}=${value}`).join('&');
      await page.goto(`${path}?${query}&${keys[0]}=1&__proto__=x&constructor=y#?q=1&mem=2`);
      await expect(note(page), value).toBeVisible({ timeout: 20_000 });
      await expect(page.locator('main')).not.toContainText(/NaN|undefined|\[object/);
    }
    await page.getByRole('button', { name: '从链接里去掉' }).click();
    await expect(note(page)).toHaveCount(0);
  });
}

test('each page’s parameters are published, with a link to try', async ({ page }) => {
  await page.goto('about/data/');
  for (const [name, { page: path }] of Object.entries(WIDGETS)) {
    const link = page.locator(`[data-parameters="/${path}"] tbody a`).first();
    const address = await link.getAttribute('href');
    expect(address, name).toContain(`/${path}?`);
  }
  await page.locator('[data-parameters="/memory/"] tbody a').filter({ hasText: 'hw=own&bw=256' }).click();
  await expect(page.getByRole('textbox', { name: '内存带宽' })).toHaveValue('256');
  await expect(note(page)).toHaveCount(0);
});

test('a link whose scripts never come shows the default rows after a while', async ({ page }) => {
  await page.goto('models/');
  await page.route('**/*.js', () => new Promise(() => undefined));
  await page.evaluate(() => (location.search = '?sort=-params'));
  await page.waitForURL(/sort=/, { waitUntil: 'commit' });
  const cell = page.locator('.figures tbody td').first();
  const seen = () =>
    cell.evaluate((td) => td.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }));
  expect(await seen()).toBe(false);
  await expect.poll(seen, { timeout: 10_000 }).toBe(true);
});

test('a link to a figure that comes with its numbers opens at the figure', async ({ page }) => {
  for (const path of [
    'compare/?m=qwen3-32b,gemma-3-27b-it#fig-scores',
    'compare/#fig-scores',
    'models/?as=chart#fig-scatter',
    'cost/?calls=90000#fig-cost',
    'about/accuracy/?what=prefill#fig-accuracy',
    'pick/?mem=64&code=yes&speed=yes#fig-weights-deepseek-coder-v2-lite-instruct',
  ]) {
    await page.goto('about:blank');
    await page.goto(path);
    const figure = page.locator(`[id="${path.split('#')[1]}"]`);
    // Right below the head of the page, or as near as the end of the page lets it.
    await expect
      .poll(
        () =>
          figure.evaluate((element) => {
            const { top } = element.getBoundingClientRect();
            const left = document.documentElement.scrollHeight - innerHeight - scrollY;
            return top >= 0 && (top < 120 || left < 2);
          }),
        path,
      )
      .toBe(true);
  }
});
