import { defineConfig, devices } from '@playwright/test';

const executablePath = process.env.CHROMIUM_PATH;
const ROOT_PORT = 4399;
const SUB_PATH_PORT = 4398;

/** The built site at the root, and the same site built for `/guide`. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: [['dot'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'zh-CN',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
      ],
    },
  },
  projects: [
    { name: 'root', testIgnore: /sub-path/, use: { baseURL: `http://localhost:${ROOT_PORT}/` } },
    { name: 'sub-path', testMatch: /sub-path/, use: { baseURL: `http://localhost:${SUB_PATH_PORT}/guide/` } },
  ],
  webServer: [
    {
      command: 'node scripts/serve.mjs dist',
      url: `http://localhost:${ROOT_PORT}/`,
      env: { PORT: String(ROOT_PORT), BASE_PATH: '' },
    },
    {
      command: 'node scripts/serve.mjs test-results/sub-path',
      url: `http://localhost:${SUB_PATH_PORT}/guide/`,
      env: { PORT: String(SUB_PATH_PORT), BASE_PATH: '/guide' },
    },
  ],
});
