import { glob, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { llmsText, type PublishedList } from './llms-text.ts';
import type { Share, Written } from './finish-worker.ts';

/** A converted page is garbage at once: with more room for what is new, a thread would let it pile up. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

/**
 * Once the pages are written, each gets the hashes of its inline scripts into its policy and its Markdown beside it
 * (`/guide/cost/` → `/guide/cost.md`, `/` → `/index.md`), and `/llms.txt` lists them all with the files of `/api/v1/`.
 */
export function finishPages(): AstroIntegration {
  let base = '';
  let site: string | undefined;
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
        site = config.site;
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const names = await Array.fromAsync(glob('**/*.html', { cwd: root }));
        const shares = dealt(names, availableParallelism());
        const written = await Promise.all(shares.map((share) => inWorker({ root, base, names: share })));

        const index = JSON.parse(await readFile(join(root, 'api/v1/index.json'), 'utf8'));
        const lists: PublishedList[] = index.items;
        // The addresses in the index have the base already.
        const address = (path: string) => (site ? new URL(path, site).href : path);
        const text = llmsText({
          pages: written.flatMap(({ pages }) => pages),
          order: written.find(({ order }) => order.length > 0)?.order ?? [],
          lists,
          at: (path) => address(`${base}${path}`),
          address,
        });
        await writeFile(join(root, 'llms.txt'), text);
      },
    },
  };
}

/** Deals items out like cards, so that neighbours of a kind are shared. */
function dealt<Item>(items: readonly Item[], hands: number): Item[][] {
  return Array.from({ length: hands }, (_, hand) => items.filter((_, index) => index % hands === hand));
}

function inWorker(workerData: Share): Promise<Written> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./finish-worker.ts', import.meta.url), {
      workerData,
      // Node's options belong to the build: some may not be given to a file.
      execArgv: [],
      resourceLimits: LIMITS,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
