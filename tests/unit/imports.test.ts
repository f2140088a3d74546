import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** Who may import whom: what a room may reach for, as path prefixes of ours or package names. */
const ALLOWED: [room: RegExp, allowed: RegExp][] = [
  [/^src\/schema\//, /^(zod|src\/schema\/)/],
  [/^src\/core\//, /^(src\/core\/|type src\/schema\/)/],
  [/^src\/data\//, /^(astro:content|node:|csv-parse\/sync|yaml|zod|src\/(data|schema|core)\/)/],
  [/^src\/url\/use-(link-state|ahead|after-paint)\.ts$/, /^(react|nuqs|src\/url\/)/],
  [/^src\/url\//, /^src\/url\//],
  [/^src\/ui\/(Agreement|Scatter)?Chart\.tsx$/, /^(react|recharts|src\/ui\/)/],
  [/^src\/ui\//, /^(react|src\/ui\/|src\/url\/(embed|settled)\.ts$|src\/core\/options\.ts$)/],
  [/^src\/widgets\/[^/]+\/.*\.astro$/, /^(src\/(data|core|site|ui|schema)\/|src\/widgets\/SELF\/|\.\/)/],
  [
    /^src\/widgets\//,
    /^(react|nuqs\/adapters\/react|src\/(core|url|ui)\/|src\/widgets\/SELF\/|type src\/schema\/)/,
  ],
  [/^src\/site\//, /^(@astrojs\/starlight|astro|satteri|turndown|node:|src\/site\/|src\/url\/embed\.ts$)/],
  [
    /^src\/pages\//,
    /^(@astrojs\/(starlight|rss)|astro|CHANGELOG\.md|src\/(data|site)\/|src\/widgets\/[^/]+\/[^/]+\.astro$|type src\/)/,
  ],
];

const IMPORT =
  /^(?:import|export)\s(?:(type)\s)?(?:[^'";=]*?\sfrom\s)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm;

function imports(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(IMPORT)].map(([, type, statement, dynamic]) => {
    const target = statement ?? dynamic ?? '';
    const path = target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target;
    return `${type ? 'type ' : ''}${path}`;
  });
}

const files = globSync('src/**/*.{ts,tsx,astro}', { cwd: root });

test('every room imports only what the house allows', () => {
  const faults: string[] = [];
  for (const file of files) {
    const rule = ALLOWED.find(([room]) => room.test(file));
    if (!rule) {
      faults.push(`${file}: 没有给这个文件夹定规则`);
      continue;
    }
    const self = file.split('/')[2] ?? '';
    const allowed = new RegExp(rule[1].source.replaceAll('SELF', self));
    // What may be imported may also be imported as a type.
    const passes = (target: string) => allowed.test(target) || allowed.test(target.replace(/^type /, ''));
    for (const target of imports(file)) if (!passes(target)) faults.push(`${file} → ${target}`);
  }
  assert.deepEqual(faults, []);
});

test('pages for editors import components only', () => {
  const pages = globSync('content/docs/**/*.mdx', { cwd: root });
  const faults = pages.flatMap((file) =>
    imports(file)
      .filter(
        (target) => !/^(src\/widgets\/[\w-]+\/[\w-]+\.astro|@astrojs\/starlight\/components)$/.test(target),
      )
      .map((target) => `${file} → ${target}`),
  );
  assert.ok(pages.length > 0);
  assert.deepEqual(faults, []);
});

test('the test reads imports: it would see a forbidden one', () => {
  assert.ok(imports('src/widgets/errata/Errata.tsx').includes('type src/schema/claim.ts'));
  assert.ok(imports('src/data/load.ts').includes('astro:content'));
});
