import { Icon, type IconName } from './Icon.tsx';
import { Popover, type PopoverRow } from './Popover.tsx';
import { Printed } from './Printed.tsx';
import { SourceLinks, type SourceView } from './SourceLinks.tsx';

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

/** The printed figure; a click or Enter opens 原值, 核对值, 为什么, 来源. */
export function ClaimMark({ claim }: { claim: ClaimView }) {
  return (
    <Popover className={claimClass(claim)} label={claimLabel(claim)} rows={claimRows(claim)}>
      <ClaimFace claim={claim} />
    </Popover>
  );
}

/** A short figure and its mark stay on one line. */
export const claimClass = (claim: ClaimView) =>
  `claim mark-${claim.mark}${claim.text.length <= 16 ? ' claim-short' : ''}`;

export const claimLabel = (claim: ClaimView) => `原文「${claim.text}」的核对：${markWord(claim)}`;

/** The word of a claim's mark. */
export const markWord = ({ mark, byEstimate }: ClaimView) => (byEstimate ? '与估算不符' : MARKS[mark].word);

/** The figure as printed, with its mark. */
export function ClaimFace({ claim }: { claim: ClaimView }) {
  const { icon } = MARKS[claim.mark];
  return (
    <>
      <Printed text={claim.text} />
      {icon && (
        <>
          <Icon name={icon} />
          <span className="visually-hidden mark-word">（{markWord(claim)}）</span>
        </>
      )}
    </>
  );
}

/** What a claim opens. */
export function claimRows(claim: ClaimView): PopoverRow[] {
  const sources = uniqueSources(claim);
  return [
    { label: '指南原值', content: `${claim.text}（${claim.place}）` },
    { label: '结论', content: <b>{markWord(claim)}</b> },
    ...claim.checks.map((check) => ({
      label: '核对值',
      content: (
        <>
          {check.checked} <a href={check.href}>核对记录 {check.id}</a>
        </>
      ),
    })),
    ...why(claim),
    ...(claim.estimate ? [{ label: '估算', content: claim.estimate }] : []),
    ...(sources.length > 0 ? [{ label: '来源', content: <SourceLinks sources={sources} /> }] : []),
  ];
}

function why(claim: ClaimView) {
  const reasons = [...new Set(claim.checks.map((check) => check.why))];
  const recalled = claim.checks.some((check) => check.recalled) ? '（凭记忆，待核实）' : '';
  if (claim.arithmetic) reasons.push(claim.arithmetic);
  return reasons.map((content, index) => ({
    label: index === 0 ? '为什么' : '',
    content: index === 0 ? content + recalled : content,
  }));
}

function uniqueSources(claim: ClaimView): SourceView[] {
  const byTitle = new Map(
    claim.checks.flatMap(({ sources }) => sources).map((source) => [source.title, source]),
  );
  return [...byTitle.values()];
}
