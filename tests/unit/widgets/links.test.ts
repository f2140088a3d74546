import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { parseSearch } from '../../../src/url/codec.ts';
import { CODECS } from '../../codecs.ts';

const root = join(import.meta.dirname, '../../..');

/** A link that people keep, and what it says; what it does not say is at its default. */
interface Saved {
  link: string;
  state: object;
  /** The link that the page would write today; null where it is the same. */
  now?: string;
}
const SAVED: Record<string, Saved[]> = parse(readFileSync(join(root, 'tests/fixtures/links.yaml'), 'utf8'));

const TEXTS = ['README.md', 'CONTRIBUTING.md', ...globSync('content/docs/**/*.mdx', { cwd: root })].map(
  (file) => readFileSync(join(root, file), 'utf8'),
);

const query = (search: string) => new URLSearchParams(search).toString();

it('every widget with a link is tested, documented and has kept links', () => {
  const folders = globSync('src/widgets/*/url.ts', { cwd: root }).map((file) => basename(dirname(file)));
  const documents = readFileSync(join(root, 'content/docs/about/data.mdx'), 'utf8');
  assert.deepEqual(Object.keys(CODECS).toSorted(), folders.toSorted());
  assert.deepEqual(Object.keys(SAVED).toSorted(), folders.toSorted());
  for (const folder of folders) {
    const [, name = ''] =
      new RegExp(`import (\\w+) from '.*/widgets/${folder}/Links\\.astro'`).exec(documents) ?? [];
    assert.ok(name !== '' && documents.includes(`<${name} />`), `${folder}：/about/data/ 里没有`);
  }
});

for (const [name, { codec, page, state: states }] of Object.entries(CODECS)) {
  const read = (search: string) => parseSearch(codec, search);

  describe(`link of ${page}`, () => {
    for (const { link, state, now = link } of SAVED[name] ?? []) {
      it(`the kept link ${link} means what it meant`, () => {
        assert.deepEqual(read(link), { state: { ...codec.fallback, ...state }, ignored: [] });
        assert.equal(query(codec.search({ ...codec.fallback, ...state })), query(now));
      });
    }

    it('every link to it in the texts is understood', () => {
      for (const text of TEXTS)
        for (const [, link = ''] of text.matchAll(new RegExp(`${page}(\\?[^)\`"\\s]+)`, 'g')))
          assert.deepEqual(read(link).ignored, [], link);
    });

    it('every parameter has a kept link', () => {
      const kept = new Set((SAVED[name] ?? []).flatMap(({ link }) => [...new URLSearchParams(link).keys()]));
      assert.deepEqual(
        codec.keys.filter((key) => !kept.has(key)),
        [],
      );
    });

    it('every parameter is described, with an example that is understood', () => {
      assert.deepEqual(
        codec.described.map(({ key }) => key),
        [...codec.keys],
      );
      for (const { key, label, expected, fallback, example } of codec.described) {
        assert.ok(label !== '' && expected.startsWith('写'), key);
        assert.deepEqual(codec.parse({ [key]: fallback }).state, codec.fallback, key);
        const { state, ignored } = read(`?${example}`);
        assert.deepEqual(ignored, [], `${key}: ${example}`);
        assert.ok(new URLSearchParams(example).has(key), `${key}: ${example}`);
        assert.notDeepEqual(state[key as never], codec.fallback[key as never], `${key}: ${example}`);
      }
    });

    it('law: what is written is read back the same', () => {
      fc.assert(
        fc.property(states, (state) => {
          assert.deepEqual(read(codec.search(state)), { state, ignored: [] });
          assert.deepEqual(codec.parse(codec.format(state)).state, state);
        }),
      );
    });

    it('law: defaults are not written', () => {
      assert.equal(codec.search(codec.fallback), '');
      assert.ok(Object.values(codec.format(codec.fallback)).every((value) => value === null));
    });

    it('law: any text for any parameter is read without a throw, into a state that can be written', () => {
      const junk = fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...HOSTILE),
        ...codec.described.map(({ example }) =>
          fc.constant(new URLSearchParams(example).values().next().value ?? ''),
        ),
        fc.array(fc.string(), { maxLength: 4 }).map((words) => words.join(',')),
      );
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...codec.keys), junk), fc.string(), (raw, search) => {
          for (const { state } of [codec.parse(raw), read(search)]) {
            const written = codec.format(state);
            assert.deepEqual(codec.parse(written), { state, ignored: [] });
            assert.deepEqual(Object.keys(written), [...codec.keys]);
          }
        }),
      );
    });

    it('law: what is left out is named', () => {
      for (const { key } of codec.described)
        for (const value of ['no such thing', '\u0000', '__proto__']) {
          const { state, ignored } = codec.parse({ [key]: value });
          // Free text takes anything.
          if (state[key as never] === value) continue;
          assert.deepEqual(state, codec.fallback);
          assert.deepEqual(
            ignored.map((entry) => [entry.key, entry.value]),
            [[key, value]],
          );
        }
    });

    it('the parameters of others are neither read nor reported', () => {
      const known: readonly string[] = codec.keys;
      for (const foreign of ['embed=1', 'utm_source=mail', '__proto__=1', 'constructor=x'])
        assert.ok(known.includes(foreign) || read(`?${foreign}`).ignored.length === 0);
    });
  });
}

/** What a hostile author would write. */
const HOSTILE = [
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    '-0',
    '1e9',
    '0x10',
    '1,000',
    '0.0000001',
    '١٢',
    '７',
    '+5',
    ' 5',
    '5 ',
  ],
  ...['__proto__', 'constructor', 'toString', 'null', 'undefined', 'true', '[object Object]'],
  ...[
    '\u0000',
    '%00',
    '\ud800',
    '🙂',
    '<script>',
    '"',
    "'",
    '--',
    ',',
    ',,,',
    '-',
    '--1',
    '1-2-3',
    '9'.repeat(400),
  ],
  ...[
    `0.${'0'.repeat(50)}1`,
    `${'9'.repeat(400)}-`,
    '0.00000001-5',
    '𝟙𝟚',
    'a'.repeat(5000),
    `${'x,'.repeat(3000)}x`,
  ],
];
