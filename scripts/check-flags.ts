import { nearest } from '../src/data/rules/nearest.ts';

const FLAGS = {
  '--stale': '列出可能已过期的数字',
  '--unresolved': '列出实测里认不出的全部名字',
} as const;
type Flag = keyof typeof FLAGS;

const isFlag = (word: string): word is Flag => Object.hasOwn(FLAGS, word);
const USAGE = Object.entries(FLAGS)
  .map(([flag, what]) => `  npm run check:data -- ${flag}  ${what}`)
  .join('\n');

/**
 * The flags among the arguments of `npm run check:data`. Throws, with what to write, at any other word, and where npm
 * kept a flag for itself because no `--` stood before it.
 */
export function checkFlags(words: readonly string[], env: Record<string, string | undefined>): Set<Flag> {
  const wrong = words.find((word) => !isFlag(word));
  if (wrong !== undefined) {
    const meant = nearest(wrong, Object.keys(FLAGS)) ?? nearest(`--${wrong}`, Object.keys(FLAGS));
    throw new Error(`没有「${wrong}」这个选项${meant ? `；是不是想写 ${meant}` : ''}。可写的有：\n${USAGE}`);
  }
  const kept = (Object.keys(FLAGS) as Flag[]).find((flag) => env[`npm_config_${flag.slice(2)}`] === 'true');
  if (kept) throw new Error(`${kept} 前面少了 --：写成 npm run check:data -- ${kept}`);
  return new Set(words.filter(isFlag));
}
