import type { Picker, PickerAnswer, PickerBranch, PickerQuestion } from '../schema/picker.ts';
import { weightsBytes } from './bounds.ts';

export type Reply = 'yes' | 'no';

/** What a reader has answered; null where not yet. The names are those of the link. */
export interface PickerAnswers {
  /** Available memory in GB (10⁹ bytes). */
  mem: number | null;
  code: Reply | null;
  speed: Reply | null;
  best: Reply | null;
  /** People who use it at the same time. */
  users: number | null;
}

type Param = PickerQuestion['param'];
const PARAMS = ['code', 'speed', 'best', 'users'] as const satisfies readonly Param[];

const UNANSWERED: PickerAnswers = { mem: null, code: null, speed: null, best: null, users: null };

/** One model the tree answers with; found by one question or, where they agree, by several. */
export interface PickedAnswer {
  model: string;
  quantized: boolean;
  /** The questions that lead here; empty where memory alone decides. */
  because: { question: string; reply: Reply }[];
  gains: string[];
  /** What the other answers would have given; empty where there is no other. */
  givesUp: string[];
  errata: string[];
}

export interface Walk {
  /** Null until memory is given. */
  branch: PickerBranch | null;
  /** Questions of the branch in order, each with the reply given. */
  asked: { question: PickerQuestion; reply: Reply | null }[];
  /** What to ask next; null when nothing is left to ask. */
  next: 'mem' | Param | null;
  /** One, or several where the questions of a branch disagree. */
  answers: PickedAnswer[];
  /** Ids of the lit nodes; the edge that leads into a lit node is lit too. */
  path: string[];
  complete: boolean;
  /** Answers to questions that this branch does not ask. */
  ignored: { key: Param; value: string }[];
}

export const ROOT = 'root';

/** Id of a node of the drawn tree: a branch, the answer it gives by itself, a question, or one reply to it. */
export function nodeId(branch: PickerBranch, question?: PickerQuestion | 'answer', reply?: Reply): string {
  const part = typeof question === 'object' ? question.param : question;
  return [branch.id, part, reply].filter((word) => word !== undefined).join('.');
}

/** Every answer the tree can give, in its order. */
export function answersOf(tree: Picker): PickerAnswer[] {
  return tree.branches.flatMap(({ answer, questions = [] }) => [
    ...(answer ? [answer] : []),
    ...questions.flatMap(({ yes, no }) => [yes, no]),
  ]);
}

/** The branch that holds a memory size; throws where the tree leaves a gap. */
export function branchOf(tree: Picker, memGb: number): PickerBranch {
  const branch = tree.branches.find(
    ({ upTo }) => upTo === undefined || memGb < upTo.gb || (upTo.inclusive && memGb === upTo.gb),
  );
  if (!branch) throw new Error(`决策树「${tree.title}」没有一支管 ${memGb} GB：最后一支不要写 upTo`);
  return branch;
}

/** The reply that an answer means: for a number, yes is strictly more than the threshold. */
function replyTo(question: PickerQuestion, given: PickerAnswers): Reply | null {
  if (question.kind === 'yes-no') return given[question.param];
  if (given.users === null) return null;
  return given.users > question.threshold ? 'yes' : 'no';
}

/** Walks the tree with the answers given so far. Pure: the same answers always give the same walk. */
export function walkTree(tree: Picker, given: PickerAnswers): Walk {
  const branch = given.mem === null ? null : branchOf(tree, given.mem);
  const questions = branch?.questions ?? [];
  const asked = questions.map((question) => ({ question, reply: replyTo(question, given) }));
  const next = branch === null ? 'mem' : (asked.find(({ reply }) => reply === null)?.question.param ?? null);
  const replied = asked.flatMap(({ question, reply }) => (reply === null ? [] : [{ question, reply }]));

  const path: string[] = [];
  if (branch) path.push(ROOT, nodeId(branch));
  if (branch?.answer) path.push(nodeId(branch, 'answer'));
  for (const { question, reply } of replied) {
    if (branch) path.push(nodeId(branch, question), nodeId(branch, question, reply));
  }

  return {
    branch,
    asked,
    next,
    answers: merge([
      ...(branch?.answer ? [{ answer: branch.answer, because: [] }] : []),
      ...replied.map(({ question, reply }) => ({
        answer: question[reply],
        because: [{ question: question.text, reply }],
      })),
    ]),
    path,
    complete: next === null,
    ignored: PARAMS.filter(
      (param) => given[param] !== null && !questions.some((question) => question.param === param),
    ).map((key) => ({ key, value: String(given[key]) })),
  };
}

/** Joins answers with the same model and precision, then sets each against the others. */
function merge(found: { answer: PickerAnswer; because: PickedAnswer['because'] }[]): PickedAnswer[] {
  const byModel = new Map<string, PickedAnswer>();
  for (const { answer, because } of found) {
    const { model, quantized = false, gain, errata = [] } = answer;
    const key = `${model} ${quantized}`;
    const known = byModel.get(key);
    byModel.set(key, {
      model,
      quantized,
      because: [...(known?.because ?? []), ...because],
      gains: [...new Set([...(known?.gains ?? []), gain])],
      givesUp: [],
      errata: [...new Set([...(known?.errata ?? []), ...errata])],
    });
  }
  const answers = [...byModel.values()];
  return answers.map((answer) => ({
    ...answer,
    givesUp: answers.filter((other) => other !== answer).flatMap(({ gains }) => gains),
  }));
}

/** Without the answers to questions that the branch does not ask: what to keep when memory changes. */
export function withoutIgnored(tree: Picker, given: PickerAnswers): PickerAnswers {
  const ignored = walkTree(tree, given).ignored.map(({ key }) => [key, null]);
  return { ...given, ...Object.fromEntries(ignored) };
}

/** One step back: without the answer to the last question of the walk, or without memory when that was all. */
export function withoutLast(tree: Picker, given: PickerAnswers): PickerAnswers {
  const kept = withoutIgnored(tree, given);
  const last = walkTree(tree, kept).asked.findLast(({ reply }) => reply !== null);
  return { ...kept, [last?.question.param ?? 'mem']: null };
}

/** A place in the tree: a branch, or one reply to one of its questions. */
export interface Place {
  branch: PickerBranch;
  question?: PickerQuestion;
  reply?: Reply;
}

/** The answers that lead to a place, keeping those already given in the same branch. */
export function answersTo(
  tree: Picker,
  { branch, question, reply }: Place,
  given = UNANSWERED,
): PickerAnswers {
  const inside = given.mem !== null && branchOf(tree, given.mem).id === branch.id;
  const base = inside ? withoutIgnored(tree, given) : { ...UNANSWERED, mem: branch.exampleGb };
  if (!question || !reply || replyTo(question, base) === reply) return base;
  if (question.kind === 'yes-no') return { ...base, [question.param]: reply };
  return { ...base, users: question.threshold + (reply === 'yes' ? 1 : 0) };
}

/** A published file of a model, with the size its registry prints (GB, 10⁹ bytes). */
export interface WeightsFile {
  precision: string;
  bits: number;
  sizeGb: number;
}

export interface PrecisionFit {
  bits: number;
  /** Parameters × bits ÷ 8: no file of this precision can be smaller. */
  weightsGb: number;
  file: WeightsFile | null;
  /** `no`: not even the bound fits. `tight`: the bound does, the published file does not. */
  verdict: 'fit' | 'tight' | 'no';
  /** What is left beside the weights (GB); below zero it is what is missing. */
  spareGb: number;
}

/**
 * Holds the weights at 16, 8 and 4 bits against a memory size. Weights alone: KV cache and runtime come on top.
 * `best` is the highest precision that fits, else the highest of which only the bound fits, else null.
 */
export function weightsFit({
  parameters,
  files,
  memoryGb,
}: {
  parameters: number;
  files: readonly WeightsFile[];
  memoryGb: number;
}): { rows: PrecisionFit[]; best: PrecisionFit | null } {
  const rows = [16, 8, 4].map((bits): PrecisionFit => {
    const weightsGb = weightsBytes({ parameters, bits }).value / 1e9;
    const file = files.find((candidate) => candidate.bits === bits) ?? null;
    // A registry rounds its sizes: the file is never taken as smaller than the bound.
    const neededGb = Math.max(weightsGb, file?.sizeGb ?? 0);
    const verdict = memoryGb >= neededGb ? 'fit' : memoryGb >= weightsGb ? 'tight' : 'no';
    return { bits, weightsGb, file, verdict, spareGb: memoryGb - (verdict === 'no' ? weightsGb : neededGb) };
  });
  const best =
    rows.find(({ verdict }) => verdict === 'fit') ?? rows.find(({ verdict }) => verdict === 'tight') ?? null;
  return { rows, best };
}
