import assert from 'node:assert/strict';
import { test } from 'node:test';
import { head } from '../../../src/site/head.ts';

test('pages lead to the feed where there is one, below the base', () => {
  const feed = (siteUrl: string | undefined, basePath: string) =>
    head({ siteUrl, basePath }).flatMap((one) => (one.tag === 'link' && one.attrs ? [one.attrs.href] : []));
  assert.deepEqual(feed(undefined, '/'), []);
  assert.deepEqual(feed('https://docs.example.com', '/'), ['/changelog.xml']);
  assert.deepEqual(feed('https://docs.example.com', '/guide'), ['/guide/changelog.xml']);
});
