import { Fragment } from 'react';
import { Cell, type CellData } from '../../ui/CellView.tsx';

export interface LabelledFact {
  label: string;
  cell: CellData | null;
}

/** A list of facts as plain HTML, in one piece: a root of its own for every figure would cost more than the figures. */
export default function StaticFacts({ facts }: { facts: readonly LabelledFact[] }) {
  return (
    <dl className="claim-list not-content">
      {facts.map(({ label, cell }, index) => (
        <Fragment key={index}>
          <dt>{label}</dt>
          <dd>
            <Cell cell={cell} label={label} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
