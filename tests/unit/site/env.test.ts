import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addHashes } from '../../../src/site/csp.ts';
import { readEnv } from '../../../src/site/env.ts';

test('without settings: root path, no address, no repository', () => {
  assert.deepEqual(readEnv({}), { siteUrl: undefined, basePath: '/', repoUrl: undefined });
});

test('the base path may be written with or without slashes', () => {
  for (const written of ['/guide', 'guide', '/guide/', 'guide/']) {
    assert.equal(readEnv({ BASE_PATH: written }).basePath, '/guide', written);
  }
  assert.equal(readEnv({ BASE_PATH: '/' }).basePath, '/');
});

test('addresses lose what Astro does not take', () => {
  const env = readEnv({
    SITE_URL: 'https://docs.example.com/x/',
    REPO_URL: 'https://git.example.com/team/guide/',
  });
  assert.equal(env.siteUrl, 'https://docs.example.com');
  assert.equal(env.repoUrl, 'https://git.example.com/team/guide');
});

test('a malformed setting is named with its value and the remedy', () => {
  assert.throws(
    () => readEnv({ SITE_URL: 'docs.example.com' }),
    /SITE_URL=docs\.example\.com 不是网址，写成 SITE_URL=https/,
  );
  assert.throws(() => readEnv({ REPO_URL: 'ftp://x' }), /REPO_URL=ftp:\/\/x 不是网址/);
  assert.throws(() => readEnv({ BASE_PATH: '/a b' }), /BASE_PATH=\/a b 不是路径，写成 BASE_PATH=\/guide/);
});

const page = (script: string) =>
  `<meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self';">${script}`;

test('each inline script gets its hash once; scripts with a source and data do not', () => {
  const hashed = addHashes(page('<script>let a</script><script>let a</script><script src="/x.js"></script>'));
  assert.equal(hashed.match(/sha256-/g)?.length, 1);
  assert.match(hashed, /script-src 'sha256-[\w+/=]{44}' 'self'/);
  const data = page('<script type="application/ld+json">{}</script>');
  assert.equal(addHashes(data), data);
  assert.equal(addHashes(hashed), hashed);
});
