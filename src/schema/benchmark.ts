import { z } from 'zod';
import { isoDate, provenance, text } from './shared.ts';

export const UNIT_RANGES = { '%': [0, 100], points: [0, 3000] } as const;

/** The scores of one model; the file name is the model's id. */
export const benchmark = z.strictObject({
  scores: z
    .array(
      z.strictObject({
        ...provenance,
        benchmark: text,
        /** Setting, split or prompt. Rows of different variants are never ranked together. */
        variant: text,
        /** Question date range, for LiveCodeBench. */
        window: text.optional(),
        metric: text,
        value: z.number('要写数字'),
        unit: z.enum(['%', 'points'], { error: '单位只能写 % 或 points' }),
        mode: z
          .enum(['thinking', 'non-thinking'], { error: '模式只能写 thinking 或 non-thinking' })
          .optional(),
        measuredBy: z.strictObject({
          kind: z.enum(['independent', 'vendor', 'other-vendor', 'third-party-relay'], {
            error: '测量方只能写 independent、vendor、other-vendor 或 third-party-relay',
          }),
          name: text,
        }),
        date: isoDate,
        note: text.optional(),
      }),
    )
    .min(1, '至少要有一条成绩'),
});
export type Benchmark = z.infer<typeof benchmark>;
export type Score = Benchmark['scores'][number];
