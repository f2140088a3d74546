// `npm test`: installs what is needed, runs every check, and ends with one line of totals over all runners.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { install, root, run, runAside } from './setup.mjs';

const results = join(root, 'test-results');
const tap = join(results, 'unit.tap');
const total = { passed: 0, failed: 0 };

install();
const browser = findBrowser();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

// One processor runs the unit tests while another checks and builds.
const unitTests = startUnit();
step('格式', () => run('prettier', ['--check', '--log-level=warn', '.']));
step('类型', () => run('astro', ['check', '--minimumFailingSeverity', 'hint']));
step('数据', () => run('node', ['scripts/check-data.ts']));
const built =
  step('构建', () =>
    run('astro', ['build', '--silent'], { BASE_PATH: '', SITE_URL: 'http://localhost:4399' }),
  ) &&
  step('构建（子路径）', () =>
    run('astro', ['build', '--silent', '--outDir', 'test-results/sub-path'], {
      BASE_PATH: '/guide',
      SITE_URL: '',
    }),
  );
await endUnit();
if (built) {
  step('页面大小', () => run('node', ['scripts/sizes.ts'], { BASE_PATH: '' }));
  endToEnd();
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function step(name, action) {
  console.log(`\n── ${name}`);
  const ok = action();
  total[ok ? 'passed' : 'failed'] += 1;
  console.log(ok ? `${name}：通过` : `${name}：没有通过`);
  return ok;
}

/** All files in one process: the records are read once, not a hundred times. */
function startUnit() {
  return runAside('node', [
    '--test',
    '--test-isolation=none',
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${tap}`,
    'tests/unit/**/*.test.ts',
    'tests/content/**/*.test.ts',
  ]);
}

async function endUnit() {
  console.log('\n── 单元与数据测试');
  console.log((await unitTests).output);
  const report = readFileSync(tap, 'utf8');
  count(number(report, 'pass'), number(report, 'fail') + number(report, 'cancelled'));
}

function number(report, word) {
  return Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(report)?.[1] ?? Number.NaN);
}

function endToEnd() {
  console.log('\n── 浏览器测试');
  run('playwright', ['test'], browser ? { CHROMIUM_PATH: browser } : {});
  const { stats } = JSON.parse(readFileSync(join(results, 'e2e.json'), 'utf8'));
  count(stats.expected, stats.unexpected + stats.flaky);
}

/** A runner that reports nothing, or no test at all, has failed. */
function count(passed, failed) {
  if (!Number.isFinite(passed + failed) || passed + failed === 0) {
    total.failed += 1;
    return;
  }
  total.passed += passed;
  total.failed += failed;
}
