import type { IconName } from './icon-paths.ts';
import type { SourceView } from './SourceLinks.tsx';

export type Mark =
  'impossible' | 'differs' | 'unverifiable' | 'agrees-with-condition' | 'agrees' | 'unchecked';

/** Icon and word of each verdict; colour never speaks alone. */
export const MARKS: Record<Mark, { word: string; icon?: IconName }> = {
  impossible: { word: '不可能', icon: 'cross' },
  differs: { word: '与公开数据不符', icon: 'alert' },
  unverifiable: { word: '无法核实', icon: 'question' },
  'agrees-with-condition': { word: '有条件成立', icon: 'alert' },
  agrees: { word: '与公开数据一致' },
  unchecked: { word: '未找到可核对的公开数据' },
};

/** A figure of the original guide with what it was held against. */
export interface ClaimView {
  /** Letter for letter as printed. */
  text: string;
  mark: Mark;
  /** 「原文第 174 行，性能对比表 › 资源占用」 */
  place: string;
  /** What arithmetic says, with the numbers filled in. */
  arithmetic?: string;
  /** What the estimator says, with the figure beside it. */
  estimate?: string;
  /** The mark rests on the estimate alone: no check of a person says as much. */
  byEstimate?: true;
  checks: {
    id: string;
    /** Address of the entry in the errata. */
    href: string;
    checked: string;
    why: string;
    sources: SourceView[];
    recalled: boolean;
  }[];
}

/** A short figure and its mark stay on one line. */
export const claimClass = (claim: ClaimView) =>
  `claim mark-${claim.mark}${claim.text.length <= 16 ? ' claim-short' : ''}`;

export const claimLabel = (claim: ClaimView) => `原文「${claim.text}」的核对：${markWord(claim)}`;

/** The word of a claim's mark. */
export const markWord = ({ mark, byEstimate }: ClaimView) => (byEstimate ? '与估算不符' : MARKS[mark].word);
