import { Fragment, type CSSProperties } from 'react';
import type { CompareGroup, CompareRow } from '../../core/compare/compare-model.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useSharedPopover } from '../../ui/use-shared-popover.tsx';
import type { ShownCell, ShownModel } from './use-compare-data.ts';

interface Props {
  models: readonly ShownModel[];
  groups: readonly CompareGroup<ShownCell>[];
  /** Figures are still on their way. */
  waiting: boolean;
}

const STATES: Record<NonNullable<ShownCell['state']>, { className: string; icon: IconName }> = {
  fits: { className: 'state-fit', icon: 'check' },
  tight: { className: 'state-tight', icon: 'alert' },
  no: { className: 'state-no', icon: 'cross' },
};

/** Models as columns, what is known of them as rows, in groups; head and first column stay. */
export function CompareTable({ models, groups, waiting }: Props) {
  const { cell, popover } = useSharedPopover();
  return (
    <div className={waiting ? 'compare-waiting' : undefined}>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="对比表">
        {/* Drawn anew when figures arrive: rows do not wander from where they stood while empty. */}
        <table
          key={String(waiting)}
          className="data-table figures compare-table"
          style={{ '--models': models.length } as CSSProperties}
        >
          <thead>
            <tr>
              <th scope="col">项目</th>
              {models.map(({ id, name, href, color, developer }) => (
                <th scope="col" key={id}>
                  <span className="dot" style={{ background: color }} title={developer} />
                  {href ? <a href={href}>{name}</a> : name}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.key}>
              <tr className="compare-group">
                <th scope="rowgroup" colSpan={models.length + 1}>
                  <span>
                    {group.title}
                    {group.note && <small>{group.note}</small>}
                  </span>
                </th>
              </tr>
              {group.rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">
                    {row.label}
                    {row.note && <small>{row.note}</small>}
                    {row.apart && <small className="compare-apart">{row.apart}</small>}
                  </th>
                  {models.map(({ id }, place) => (
                    <td key={id}>
                      <Values row={row} place={place} draw={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {popover}
    </div>
  );
}

interface ValuesProps {
  row: CompareRow<ShownCell>;
  place: number;
  draw: ReturnType<typeof useSharedPopover>['cell'];
}

/** What a model has in a row: each figure opens its source, and what is marked also says why. */
function Values({ row, place, draw }: ValuesProps) {
  const cells = row.cells[place] ?? [];
  const marked = row.mark && row.best.includes(place) ? row.mark : null;
  if (cells.length === 0) return draw(null, row.label);
  return cells.map((cell, index) => {
    const face = draw(
      marked
        ? { ...cell, facts: [...(cell.facts ?? []), { label: marked.word, content: marked.why }] }
        : cell,
      row.label,
    );
    const state = cell.state && STATES[cell.state];
    return (
      <Fragment key={index}>
        <span className={`compare-value ${state ? `state ${state.className}` : ''}`}>
          {state && <Icon name={state.icon} />}
          {face}
          {marked && <em className="compare-best">{marked.word}</em>}
        </span>
        {cell.note && <small className="compare-by">{cell.note}</small>}
      </Fragment>
    );
  });
}
