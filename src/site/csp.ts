import { createHash } from 'node:crypto';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const SCRIPT_DIRECTIVE = /(http-equiv="content-security-policy"[^>]*script-src )/i;

/**
 * Adds the hash of every inline script of `html` to the `script-src` of its policy: Astro hashes the scripts it bundles,
 * but not those marked `is:inline` (Starlight's theme script among them).
 */
export function addHashes(html: string): string {
  const hashes = new Set<string>();
  for (const [, attributes = '', body = ''] of html.matchAll(INLINE_SCRIPT)) {
    if (/type="(application\/(ld\+)?json|text\/plain)"/.test(attributes) || body === '') continue;
    hashes.add(`'sha256-${createHash('sha256').update(body).digest('base64')}'`);
  }
  const missing = [...hashes].filter((hash) => !html.includes(hash));
  return missing.length === 0 ? html : html.replace(SCRIPT_DIRECTIVE, `$1${missing.join(' ')} `);
}
