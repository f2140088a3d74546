import { z } from 'zod';
import { count, id, nonNegative, text } from './shared.ts';

/** Keys inside a claim table may be any short word, Chinese included. */
const key = z.string('要写一个短词').regex(/^[\p{L}\p{N}._-]+$/u, '只能用字母、汉字、数字、点和连字符');

/** What the printed text means, so that arithmetic can judge it. */
const meaning = z.strictObject({
  low: nonNegative,
  high: nonNegative.optional(),
  unit: z.enum(['GB', 'tok/s', 's', '%', 'CNY', 'USD', 'tokens', 'B', 'years'], {
    error: '单位只能写 GB、tok/s、s、%、CNY、USD、tokens、B 或 years',
  }),
  /** Precision and machine the guide states or implies; without them no bound applies. */
  precision: id.optional(),
  hardware: id.optional(),
  /** For a duration: how many tokens were generated in it. */
  tokens: count.optional(),
  /** Requests at the same time: memory is that of all of them, tok/s their total; one without it. */
  users: count.optional(),
  /** For GB: size of the files on disk instead of memory. */
  disk: z.literal(true).optional(),
});
export type ClaimMeaning = z.infer<typeof meaning>;

const cell = z.strictObject({
  /** Letter for letter as printed in the original. */
  text,
  /** Line of the original, where it is not the row's. */
  line: count.optional(),
  /** Entries of `content/data/errata/` that check this figure. */
  errata: z.array(id).optional(),
  means: meaning.optional(),
});
export type ClaimCell = z.infer<typeof cell>;

/** A table or list of the original guide, as printed. */
export const claimTable = z.strictObject({
  title: text,
  /** Headings of the original above the figure, joined with ` › `. */
  section: text,
  /** Where this site shows it: path and anchor, without the base. */
  page: z.string('要写站内路径').regex(/^\//, '站内路径以 / 开头，例如 /guide/cost/'),
  rowHead: text,
  columns: z.array(z.strictObject({ key, label: text, model: id.optional() })).min(1, '至少要有一列'),
  rows: z
    .array(
      z.strictObject({
        key,
        label: text,
        line: count,
        model: id.optional(),
        cells: z.record(key, cell),
      }),
    )
    .min(1, '至少要有一行'),
});
export type ClaimTable = z.infer<typeof claimTable>;

export const VERDICTS = ['impossible', 'differs', 'unverifiable', 'agrees-with-condition', 'agrees'] as const;
export type Verdict = (typeof VERDICTS)[number];
