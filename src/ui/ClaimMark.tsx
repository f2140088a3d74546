import { claimClass, claimLabel, MARKS, markWord, type ClaimView } from './claim-words.ts';
import { Icon } from './Icon.tsx';
import { Popover, type PopoverRow } from './Popover.tsx';
import { Printed } from './Printed.tsx';
import { SourceLinks, type SourceView } from './SourceLinks.tsx';

/** The printed figure; a click or Enter opens 原值, 核对值, 为什么, 来源. */
export function ClaimMark({ claim }: { claim: ClaimView }) {
  return (
    <Popover className={claimClass(claim)} label={claimLabel(claim)} rows={claimRows(claim)}>
      <ClaimFace claim={claim} />
    </Popover>
  );
}

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
