import type { Score } from '../schema/benchmark.ts';

/** The model's own weights, a score that counts. */
const counts = ({ checkpoint, unranked }: Score) => checkpoint === undefined && unranked === undefined;

const independent = (benchmark: string, variant: string, mode?: Score['mode']) => (score: Score) =>
  score.benchmark === benchmark &&
  score.variant === variant &&
  score.mode === mode &&
  score.measuredBy.kind === 'independent' &&
  counts(score);

const ownFigure = (benchmark: string) => (score: Score) =>
  score.benchmark === benchmark &&
  score.measuredBy.kind === 'vendor' &&
  score.mode !== 'thinking' &&
  counts(score);

const EVALPLUS = 'EvalPlus 榜，贪心，对话提示';
const LIVEBENCH = '总平均（由题表算出各类平均，再取平均）';

/**
 * Which score a column of the model table shows: one test, one variant, one way of measuring it. Only the columns of
 * vendors' own figures hold several harnesses, and say so in their heads.
 */
export const SCORE_COLUMNS: Record<string, (score: Score) => boolean> = {
  bigcodebench: independent('BigCodeBench-Full', 'instruct 子集'),
  'bigcodebench-hard': independent('BigCodeBench-Hard', 'instruct 子集'),
  'humaneval-evalplus': independent('HumanEval', EVALPLUS),
  'mbpp-evalplus': independent('MBPP', EVALPLUS),
  arena: independent('LMArena Text', '总分'),
  livebench: independent('LiveBench', LIVEBENCH),
  'livebench-thinking': independent('LiveBench', LIVEBENCH, 'thinking'),
  humaneval: ownFigure('HumanEval'),
  mbpp: ownFigure('MBPP'),
  'livecodebench-v5': (score) =>
    score.benchmark === 'LiveCodeBench' &&
    score.variant === 'v5' &&
    score.window === '2024-10–2025-02' &&
    score.mode !== 'thinking' &&
    score.measuredBy.name.startsWith('Qwen 团队') &&
    counts(score),
};

/** Columns of figures that vendors measured themselves, each in its own way. */
export const VENDOR_COLUMNS: readonly string[] = ['humaneval', 'mbpp'];
