import { COLUMNS, KIND_LABELS, VIEWS, type ColumnKind, type ViewKey } from '../../core/model-columns.ts';
import { MenuPopover } from '../../ui/MenuPopover.tsx';

interface Props {
  view: ViewKey;
  /** Keys of the columns shown. */
  shown: readonly string[];
  /** Whether they are chosen by hand. */
  custom: boolean;
  onChange(columns: readonly string[]): void;
}

/** Columns in the order of all columns, grouped by kind of figure; none chosen gives those of the preset. */
export function ColumnChooser({ view, shown, custom, onChange }: Props) {
  return (
    <MenuPopover label="选列" title="选择显示哪些列">
      {() => (
        <>
          {Object.entries(KIND_LABELS).map(([kind, title]) => (
            <Group key={kind} kind={kind as ColumnKind} title={title} shown={shown} onChange={onChange} />
          ))}
          <button type="button" className="action" disabled={!custom} onClick={() => onChange([])}>
            用回「{VIEWS[view].label}」的列
          </button>
        </>
      )}
    </MenuPopover>
  );
}

function Group({
  kind,
  title,
  shown,
  onChange,
}: { kind: ColumnKind; title: string } & Pick<Props, 'shown' | 'onChange'>) {
  return (
    <fieldset className="menu-group">
      <legend>{title}</legend>
      {COLUMNS.filter((column) => column.kind === kind).map(({ key, label, unit }) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={shown.includes(key)}
            onChange={({ target }) =>
              onChange(
                COLUMNS.map((column) => column.key).filter((other) =>
                  other === key ? target.checked : shown.includes(other),
                ),
              )
            }
          />
          <span>
            {label}
            {unit && <small>{unit}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
