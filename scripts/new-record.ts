import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordSchema } from '../src/data/api/schemas.ts';
import { nearest } from '../src/data/rules/nearest.ts';
import { collections } from '../src/schema/collections.ts';
import type { FolderName } from '../src/schema/collections.ts';
import { ID_PATTERN } from '../src/schema/shared.ts';

/** What `npm run new` can begin → the folder it goes to. */
export const NEW_KINDS = {
  model: 'models',
  hardware: 'hardware',
  api: 'apis',
} as const satisfies Record<string, FolderName>;
export type NewKind = keyof typeof NEW_KINDS;

const USAGE =
  '写成 npm run new model qwen3-8b；可写的类别有 model、hardware、api，别的记录照同一文件夹里的文件写';
/** Longer names are no names; some file systems take no more than 255 bytes. */
const LONGEST = 80;

const isKind = (kind: string): kind is NewKind => Object.hasOwn(NEW_KINDS, kind);

/** The template of a kind, with the line that tells an editor where the schema is. */
export function templateText(kind: NewKind): string {
  const text = readFileSync(new URL(`templates/${kind}.yaml`, import.meta.url), 'utf8');
  return `# yaml-language-server: $schema=../../../.schemas/${NEW_KINDS[kind]}.json\n${text}`;
}

/** Writes the JSON Schema of every folder to `.schemas/`, which git ignores: completion works without a network. */
export function writeEditorSchemas(root: string): void {
  const folder = join(root, '.schemas');
  mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(collections) as FolderName[]) {
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(recordSchema(name), null, 2)}\n`);
  }
}

/**
 * Begins a record below `content/data/` of the repository at `root` and returns its path there. Throws, with value and
 * remedy, where the kind is not known, the id is malformed, more than an id is given, or the record is there already.
 */
export function newRecord(
  root: string,
  kind: string | undefined,
  id: string | undefined,
  more: readonly string[] = [],
): string {
  if (!kind || !id) throw new Error(`缺少${kind ? '编号' : '类别和编号'}：${USAGE}`);
  if (!isKind(kind)) {
    const meant = nearest(kind, Object.keys(NEW_KINDS));
    throw new Error(`没有「${kind}」这一类${meant ? `；是不是想写 ${meant}` : `：${USAGE}`}`);
  }
  if (more.length > 0) {
    throw new Error(
      `一次只写一个编号，这里有 ${more.length + 1} 个（${[id, ...more].join('、')}）；一个编号里没有空格`,
    );
  }
  if (id.length > LONGEST) throw new Error(`编号有 ${id.length} 个字符，最多 ${LONGEST} 个；写短一点`);
  if (!ID_PATTERN.test(id) || /\.ya?ml$|\.\.|[.-]$/.test(id)) {
    const meant = id
      .toLowerCase()
      .replace(/\.ya?ml$/, '')
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/\.{2,}/g, '.')
      .replace(/^[.-]+|[.-]+$/g, '');
    throw new Error(
      `编号「${id}」只能用小写字母、数字、点和连字符，不带 .yaml，不以点或连字符结尾${meant ? `；是不是想写 ${meant}` : '，例如 qwen3-8b'}`,
    );
  }
  const file = `content/data/${NEW_KINDS[kind]}/${id}.yaml`;
  if (existsSync(join(root, file))) throw new Error(`${file} 已经有了：改那个文件，或者换一个编号`);
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), templateText(kind));
  return file;
}
