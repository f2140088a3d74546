import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { frameCode, withEmbed, withoutEmbed } from '../../../src/url/embed.ts';

test('embed comes and goes, and leaves the rest as it was written', () => {
  assert.equal(withoutEmbed('?a=1,2&embed=1&b=%E5%8D%83'), '?a=1,2&b=%E5%8D%83');
  assert.equal(withoutEmbed('?embed=1'), '');
  assert.equal(withoutEmbed('?embedded=1'), '?embedded=1');
  assert.equal(withEmbed(''), '?embed=1');
  assert.equal(withEmbed('?embed=0&a=1&embed'), '?a=1&embed=1');
});

test('law: with and without are each other’s opposite', () => {
  const part = fc.string().map((text) => `x${encodeURIComponent(text.toWellFormed())}`);
  fc.assert(
    fc.property(fc.uniqueArray(part), (parts) => {
      const search = parts.length === 0 ? '' : `?${parts.join('&')}`;
      assert.equal(withoutEmbed(withEmbed(search)), search);
      assert.equal(withEmbed(withEmbed(search)), withEmbed(search));
    }),
  );
});

test('the code of a frame is safe inside HTML, whatever the link holds', () => {
  const code = frameCode('https://example.com/guide/models/?q=a"b&mem=24#top', '「<b>" & 模型库');
  assert.equal(
    code,
    '<iframe src="https://example.com/guide/models/?q=a%22b&amp;mem=24&amp;embed=1#top" title="「&lt;b&gt;&quot; &amp; 模型库" width="100%" height="720" style="border: 0" loading="lazy"></iframe>',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (query, title) => {
      const text = frameCode(`https://example.com/?q=${encodeURIComponent(query.toWellFormed())}`, title);
      assert.match(text, /^<iframe src="[^"<>]*" title="[^"<>]*" width="100%" [^<>]*><\/iframe>$/);
    }),
  );
});
