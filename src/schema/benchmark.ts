import { z } from 'zod';
import { dayOrMonth, provenance, text } from './shared.ts';

export const UNIT_RANGES = { '%': [0, 100], points: [0, 3000] } as const;

/** Who measured a figure. */
export const measuredBy = z.strictObject({
  kind: z.enum(['independent', 'vendor', 'other-vendor', 'third-party-relay'], {
    error: '测量方只能写 independent、vendor、other-vendor 或 third-party-relay',
  }),
  name: text,
});

/** The scores of one model; the file name is the model's id. */
export const benchmark = z.strictObject({
  scores: z
    .array(
      z.strictObject({
        ...provenance,
        benchmark: text,
        /** Setting, split, edit format or prompt. Rows of different variants are never ranked together. */
        variant: text,
        /** What else is known of the run and does not keep it from being compared: provider, version of the agent. */
        detail: text.optional(),
        /** Which weights were measured, where not the model's own. */
        checkpoint: z
          .strictObject({
            kind: z.enum(['base', 'quantized', 'refresh', 'precursor'], {
              error: '权重只能写 base（基座）、quantized（量化文件）、refresh（更新版）或 precursor（前身）',
            }),
            name: text,
          })
          .optional(),
        /** Date range of the questions, or the date of the question set. */
        window: text.optional(),
        metric: text,
        value: z.number('要写数字'),
        unit: z.enum(['%', 'points'], { error: '单位只能写 % 或 points' }),
        mode: z
          .enum(['thinking', 'non-thinking'], { error: '模式只能写 thinking 或 non-thinking' })
          .optional(),
        measuredBy,
        /** Absent where the source names none. */
        date: dayOrMonth.optional(),
        note: text.optional(),
        /** Why the figure is kept for the record and never ranked. */
        unranked: text.optional(),
      }),
    )
    .min(1, '至少要有一条成绩'),
});
export type Benchmark = z.infer<typeof benchmark>;
export type Score = Benchmark['scores'][number];
