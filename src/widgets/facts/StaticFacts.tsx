import { Fragment } from 'react';
import type { CellData } from '../../ui/cell-data.ts';
import { Cell } from '../../ui/CellView.tsx';
import { StaleNote } from '../../ui/Stale.tsx';

export interface LabelledFact {
  label: string;
  cell: CellData | null;
}

/** A list of facts as plain HTML, in one piece: a root of its own for every figure would cost more than the figures. */
export default function StaticFacts({ facts }: { facts: readonly LabelledFact[] }) {
  return (
    <div className="not-content">
      <dl className="claim-list">
        {facts.map(({ label, cell }, index) => (
          <Fragment key={index}>
            <dt>{label}</dt>
            <dd>
              <Cell cell={cell} label={label} />
            </dd>
          </Fragment>
        ))}
      </dl>
      {facts.some(({ cell }) => cell?.stale) && (
        <p className="source-line">
          <StaleNote cells={facts.map(({ cell }) => cell)} />
        </p>
      )}
    </div>
  );
}
