import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

export interface PageWeight {
  /** Bytes over the wire, brotli. Data of islands is part of the HTML. */
  html: number;
  css: number;
  js: number;
  /** Whether React runs on the page. */
  islands: boolean;
}

/** Bytes over the wire of a file below `dist`, by its path there or in an address: `models/index.html`, `/models/`. */
export function fileWeigher(dist: string): (path: string) => number {
  const sizes = new Map<string, number>();
  return (path) => {
    const file = decodeURI(path)
      .replace(/^\//, '')
      .replace(/(^|\/)$/, '$1index.html');
    const known = sizes.get(file);
    if (known !== undefined) return known;
    const content = readFileSync(join(dist, file));
    // Fonts and pictures are compressed already.
    const size = Math.min(content.length, brotliCompressSync(content).length);
    sizes.set(file, size);
    return size;
  };
}

/** Weighs pages of a site that was built to `dist` under `base` (`''` or `/guide`); a page is named by its file. */
export function pageWeigher(dist: string, base: string): (page: string) => PageWeight {
  const wireBytes = fileWeigher(dist);
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + wireBytes(file), 0);

  /** A script and everything it imports at once; what it loads later (`import()`) is not part of opening the page. */
  function withImports(file: string, seen: Set<string>) {
    if (seen.has(file)) return;
    seen.add(file);
    const source = readFileSync(join(dist, file), 'utf8');
    for (const [, target = ''] of source.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
      withImports(posix.join(dirname(file), target), seen);
    }
  }

  return (page) => {
    const html = readFileSync(join(dist, page), 'utf8');
    const local = (pattern: RegExp) =>
      [...html.matchAll(pattern)].map(([, path = '']) => path.replace(base, '').replace(/^\//, ''));
    const scripts = new Set<string>();
    for (const path of [
      ...local(/<script[^>]+src="(\/[^"]+\.js)"/g),
      ...local(/(?:component-url|renderer-url|before-hydration-url)="(\/[^"]+\.js)"/g),
    ]) {
      withImports(path, scripts);
    }
    const styles = new Set(local(/<link[^>]+rel="stylesheet"[^>]*?href="(\/[^"]+\.css)"/g));
    return {
      html: wireBytes(page),
      css: sum(styles),
      js: sum(scripts),
      islands: html.includes('<astro-island'),
    };
  };
}
