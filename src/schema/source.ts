import { z } from 'zod';
import { isoDate, text, url } from './shared.ts';

/** Where figures were read. The page a reader can open, and what exactly was read there. */
export const source = z.strictObject({
  /** What a reader sees as the name of the source. */
  title: text,
  /** Absent only for `derived` (arithmetic) and `recalled` sources. */
  url: url.optional(),
  kind: z.enum(
    ['vendor', 'copy', 'engine', 'leaderboard', 'registry', 'third-party', 'derived', 'recalled', 'original'],
    {
      error:
        '来源类型只能写 vendor、copy、engine、leaderboard、registry、third-party、derived、recalled 或 original',
    },
  ),
  /** File, commit or excerpt that was read. */
  seenAs: text.optional(),
  /** Day of the copy that was read. */
  snapshotDate: isoDate.optional(),
});
export type Source = z.infer<typeof source>;
