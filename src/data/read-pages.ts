import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from './read-text.ts';
import type { Fault } from './rules/fault.ts';

export interface Attribute {
  name: string;
  /** As written: the text between quotes, or the expression between braces; nothing for a bare name. */
  value: string;
  line: number;
}

/** A use of a component: `<Claim id="…" />`. */
export interface Use {
  component: string;
  line: number;
  attributes: Attribute[];
}

export interface Page {
  /** Relative to the root of the repository. */
  file: string;
  /** Components the page imports, and the file of each. */
  imports: { name: string; path: string; line: number }[];
  uses: Use[];
  /** Targets on this site, as written. */
  links: { target: string; line: number }[];
}

const DOCS = 'content/docs';

/** The source with code and comments blanked, so that places stay and examples are not taken for content. */
const blanked = (source: string) =>
  source.replace(/^(```|~~~)[\s\S]*?^\1|`[^`\n]*`|\{\/\*[\s\S]*?\*\/\}/gm, (code) =>
    code.replace(/[^\n]/g, ' '),
  );

const TAG = /<([A-Z]\w*)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*)\s*\/?>/g;
const ATTRIBUTE = /([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\}))?/g;
const LINK = /\]\((\/[^)\s]*)|\bhref="(\/[^"]*)"/g;
const IMPORT = /^import\s+(\w+)\s+from\s+['"]([^'"]+)['"]/gm;

export function parsePage(file: string, source: string): Page {
  const text = blanked(source);
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  return {
    file,
    imports: [...text.matchAll(IMPORT)].map(({ 1: name = '', 2: path = '', index }) => ({
      ...{ name, path, line: lineOf(index) },
    })),
    uses: [...text.matchAll(TAG)].map(({ 1: component = '', 2: written = '', index }) => ({
      component,
      line: lineOf(index),
      attributes: [...written.matchAll(ATTRIBUTE)].map((found) => ({
        name: found[1]!,
        value: found[2] ?? found[3] ?? found[4] ?? '',
        line: lineOf(index + 1 + component.length + found.index),
      })),
    })),
    links: [...text.matchAll(LINK)].map((found) => ({
      target: (found[1] ?? found[2])!,
      line: lineOf(found.index),
    })),
  };
}

/** Every page below `content/docs/`; none where there is no such folder. */
export function readPages(root: string): { pages: Page[]; faults: Fault[] } {
  if (!existsSync(join(root, DOCS))) return { pages: [], faults: [] };
  const names = readdirSync(join(root, DOCS), { recursive: true, encoding: 'utf8' }).sort();
  const read = names
    .map((name) => `${DOCS}/${name.replaceAll('\\', '/')}`)
    .filter((file) => /\.mdx?$/.test(file))
    .map((file) => ({ file, ...readText(root, file) }));
  return {
    pages: read.filter(({ faults }) => faults.length === 0).map(({ file, text }) => parsePage(file, text)),
    faults: read.flatMap(({ faults }) => faults),
  };
}
