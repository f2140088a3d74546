import type { RowPoint } from '../../core/explorer/points.ts';
import type { NotedColumn } from '../../core/model-columns.ts';
import { AnchoredPopover } from '../../ui/AnchoredPopover.tsx';
import { PopoverRows, type PopoverRow } from '../../ui/Popover.tsx';
import { SourceLinks } from '../../ui/SourceLinks.tsx';
import type { ModelRow } from './rows.ts';

export interface OpenPoint {
  point: RowPoint<ModelRow>;
  /** Others that stand in the same place, where a finger cannot tell them apart. */
  near: readonly RowPoint<ModelRow>[];
  button: HTMLButtonElement;
}

interface Props {
  open: OpenPoint | null;
  columns: readonly NotedColumn[];
  /** Address of the estimator. */
  memory: string;
  selected: readonly string[];
  onSelect(id: string): void;
  /** Shows another point of the same place. */
  onOpen(id: string, button: HTMLButtonElement): void;
  onClose(): void;
}

/** What a point of the chart stands for: both figures with their sources, size, licence, and where to go on. */
export function PointCard({ open, columns, memory, selected, onSelect, onOpen, onClose }: Props) {
  const row = open?.point.row;
  return (
    <AnchoredPopover button={open && open.button} label={row?.name ?? '模型'} onClose={onClose}>
      {row && (
        <>
          <b>{row.name}</b>
          <span className="card-links">
            <a href={row.href}>模型页</a>
            <a href={`${memory}?m=${row.id}`}>能跑吗</a>
            <button type="button" className="action" onClick={() => onSelect(row.id)}>
              {selected.includes(row.id) ? '不再对比' : '选来对比'}
            </button>
          </span>
          {open.near.length > 0 && (
            <span className="card-links">
              这里还有
              {open.near.map(({ row: { id, name } }) => (
                <button type="button" className="action" key={id} onClick={() => onOpen(id, open.button)}>
                  {name}
                </button>
              ))}
            </span>
          )}
          <PopoverRows
            rows={[
              ...columns.flatMap((column) => figure(row, column)),
              ...word('参数量', row.cells.params?.text, 'B'),
              ...word('许可', row.cells.license?.text),
            ]}
          />
        </>
      )}
    </AnchoredPopover>
  );
}

function figure(row: ModelRow, { key, label, note }: NotedColumn): PopoverRow[] {
  const cell = row.cells[key];
  if (!cell) return [];
  return [
    {
      label,
      content: (
        <>
          <b>{cell.text}</b>（{note}）{cell.recalled && '凭记忆，待核实。'}
          {cell.stale}
        </>
      ),
    },
    ...(cell.facts ?? []),
    ...(cell.sources ? [{ label: '来源', content: <SourceLinks sources={cell.sources} /> }] : []),
  ];
}

const word = (label: string, text: string | undefined, unit = ''): PopoverRow[] =>
  text === undefined ? [] : [{ label, content: text + unit }];
