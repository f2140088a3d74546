import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { env, root } from './setup.mjs';

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The browser for the tests: the system's Chromium where there is one, else Playwright's own, downloaded once.
 * Returns the path of the executable, or undefined for Playwright's own; exits with a hint when there is neither.
 */
export function findBrowser() {
  const system = process.env.CHROMIUM_PATH ?? SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (system) return system;
  console.log('没有找到系统的 Chromium，下载 Playwright 自带的…');
  const { status } = spawnSync('playwright', ['install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  if (status === 0) return undefined;
  console.error(
    '浏览器没有装上。Debian 或 Ubuntu：apt-get install chromium fonts-noto-cjk；其他系统装好 Chromium 后写 CHROMIUM_PATH=/路径/chromium npm test',
  );
  process.exit(1);
}
