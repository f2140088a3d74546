// `npm run bench`: builds a copy of the site with more and more synthetic models and prints what the build and the
// explorer cost, against the limits. Takes minutes; not part of `npm test`.
import { spawnSync } from 'node:child_process';
import { constants, cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLibrary } from '../src/data/read.ts';
import { writeSyntheticRecords } from '../tests/generate/models.ts';
import { limits, type Run } from './bench-limits.ts';
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
const { library } = readLibrary(root);
const real = library.models.entries.length;
const copy = mkdtempSync(join(tmpdir(), 'bench-'));
const runs: Run[] = [];
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8);

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
  for (const models of [real, ...MODEL_COUNTS.filter((count) => count > real)]) {
    writeSyntheticRecords(copy, { library, count: models - real, seed: SEED });
    const run = { models, ...buildCopy() };
    runs.push(run);
    const { html, css, js } = run.explorer;
    console.log(
      `${String(models).padStart(6)} ${String(run.pages).padStart(7)} ${run.seconds.toFixed(1).padStart(6)}s ` +
        `${(run.peakBytes / 1e9).toFixed(2).padStart(5)}GB ${[html, css, js].map(kilobytes).join(' ')}`,
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}

const judged = limits(runs);
for (const { text, kept } of judged) console.log(`${kept ? '通过' : '没有通过'}：${text}`);
process.exitCode = judged.every(({ kept }) => kept) ? 0 : 1;

/** Builds the copy from nothing; ends the bench when the build fails. */
function buildCopy(): Omit<Run, 'models'> {
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
