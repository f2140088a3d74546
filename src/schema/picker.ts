import { z } from 'zod';
import { count, id, nonNegative, text } from './shared.ts';

const answer = z.strictObject({
  /** Letter for letter as the original prints it. */
  label: text,
  line: count,
  model: id,
  /** Set where the tree says 「量化」, without naming a precision. */
  quantized: z.boolean('只能写 true 或 false').optional(),
  /** What a reader gets by following this answer, and gives up by not following it. */
  gain: text,
  /** Where the answer rests on a contradicted figure: entries of `content/data/errata/`. */
  errata: z.array(id).optional(),
});

/** What the original prints before the arrow: `Yes`, `No (<10)`. */
const repliedAnswer = answer.extend({ reply: text });

const asked = { text, help: text.optional(), line: count, yes: repliedAnswer, no: repliedAnswer };

const question = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('yes-no'),
    ...asked,
    /** Name of the parameter in the link. */
    param: z.enum(['code', 'speed', 'best'], { error: '参数名只能写 code、speed 或 best' }),
  }),
  z.strictObject({
    kind: z.literal('more-than'),
    ...asked,
    param: z.literal('users', { error: '参数名只能写 users' }),
    /** Yes means strictly more than this. */
    threshold: nonNegative,
  }),
]);

const branch = z
  .strictObject({
    id,
    label: text,
    line: count,
    /** Upper end in GB; absent in the last branch. */
    upTo: z
      .strictObject({
        gb: nonNegative,
        inclusive: z.boolean('只能写 true 或 false'),
      })
      .optional(),
    /** Memory in the links that lead into this branch. */
    exampleGb: nonNegative,
    answer: answer.optional(),
    questions: z.array(question).min(1, '至少要有一问').optional(),
  })
  .refine((value) => (value.answer === undefined) !== (value.questions === undefined), {
    error: '一支要么写 answer，要么写 questions',
  });

export const picker = z.strictObject({
  title: text,
  /** Headings of the original above the tree, joined with ` › `. */
  section: text,
  question: text,
  help: text.optional(),
  line: count,
  /** In order; a memory size belongs to the first branch that holds it. */
  branches: z
    .array(branch)
    .min(1, '至少要有一支')
    .refine(
      (branches) => branches.every(({ upTo }, at) => (upTo === undefined) === (at === branches.length - 1)),
      {
        error: '最后一支不写 upTo，其余每一支都要写',
      },
    ),
});
export type Picker = z.infer<typeof picker>;
export type PickerBranch = Picker['branches'][number];
export type PickerQuestion = z.infer<typeof question>;
export type PickerAnswer = z.infer<typeof answer>;
