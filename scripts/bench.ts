// `npm run bench`: builds a copy of the site with more and more synthetic models and prints what the build and the
// explorer cost, and how fast the tools answer with the fewest and the most, against the limits. Takes minutes; not part
// of `npm test`. `npm run bench -- pages [folder]` only tries the pages of a site that is built already (`dist`).
import { spawnSync } from 'node:child_process';
import { constants, cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLibrary } from '../src/data/read.ts';
import { writeSyntheticRecords } from '../tests/generate/models.ts';
import { judged, limits, type Run } from './bench-limits.ts';
import { measurePages } from './bench-pages.ts';
import { pageWeigher } from './page-weight.ts';

const SEED = 20261122;
const MODEL_COUNTS = [500, 2000];
const EXPLORER = 'models/index.html';
/** Not copied: what a build makes, and what belongs to the working tree alone. */
const LEFT_OUT = new Set([
  'dist',
  '.astro',
  '.git',
  'test-results',
  'node_modules/.astro',
  'node_modules/.vite',
]);
/** Runs in a process of its own, whose peak is then that of the build. */
const BUILD = `
  const { build } = await import('astro');
  const start = performance.now();
  await build({ logLevel: 'error' });
  console.log(JSON.stringify({
    seconds: (performance.now() - start) / 1000,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }));
  process.exit();`;

const root = fileURLToPath(new URL('..', import.meta.url));
const [part, dist = 'dist'] = process.argv.slice(2);
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8);

if (part === undefined) await growth();
else if (part === 'pages') await tryPages(dist);
else throw new Error(`不认识「${part}」：写 npm run bench，或 npm run bench -- pages [文件夹]`);

function tell({ text, kept }: { text: string; kept: boolean }) {
  console.log(`${kept ? '通过' : '没有通过'}：${text}`);
  if (!kept) process.exitCode = 1;
}

function tryPages(folder: string): Promise<void> {
  return measurePages(folder, (figure) => tell(judged(figure)));
}

async function growth() {
  const { library } = readLibrary(root);
  const real = library.models.entries.length;
  const copy = mkdtempSync(join(tmpdir(), 'bench-'));
  const runs: Run[] = [];
  try {
    // A link to node_modules would lead Astro back to this folder.
    cpSync(root, copy, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (from) => !LEFT_OUT.has(relative(root, from)),
    });
    console.log(
      `${availableParallelism()} 核；时间是整个构建，内存是构建进程的峰值，页面大小按 brotli，kB = 1,000 字节`,
    );
    console.log('  模型    页数    构建    内存     HTML      CSS       JS（/models/）');
    const counts = [real, ...MODEL_COUNTS.filter((count) => count > real)];
    for (const models of counts) {
      writeSyntheticRecords(copy, { library, count: models - real, seed: SEED });
      const run = { models, ...buildCopy(copy) };
      runs.push(run);
      const { html, css, js } = run.explorer;
      console.log(
        `${String(models).padStart(6)} ${String(run.pages).padStart(7)} ${run.seconds.toFixed(1).padStart(6)}s ` +
          `${(run.peakBytes / 1e9).toFixed(2).padStart(5)}GB ${[html, css, js].map(kilobytes).join(' ')}`,
      );
      if (models === real || models === counts.at(-1)) await tryPages(join(copy, 'dist'));
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  for (const limit of limits(runs)) tell(limit);
}

/** Builds the copy from nothing; ends the bench when the build fails. */
function buildCopy(copy: string): Omit<Run, 'models'> {
  for (const made of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite']) {
    rmSync(join(copy, made), { recursive: true, force: true });
  }
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', BUILD], {
    cwd: copy,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      BASE_PATH: '',
      SITE_URL: '',
    },
  });
  if (status !== 0) throw new Error('构建失败，原因见上');
  const measured = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Pick<Run, 'seconds' | 'peakBytes'>;
  const dist = join(copy, 'dist');
  return {
    ...measured,
    pages: globSync('**/*.html', { cwd: dist }).length,
    explorer: pageWeigher(dist, '')(EXPLORER),
  };
}
