import type { Column } from '../../core/model-columns.ts';
import type { SortKey } from '../../core/sort.ts';
import { SelectField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { MenuPopover } from '../../ui/MenuPopover.tsx';

interface Props {
  sort: readonly SortKey[];
  /** Columns one may sort by, the name first. */
  columns: readonly Pick<Column, 'key' | 'label' | 'numeric' | 'unit'>[];
  onChange(sort: readonly SortKey[]): void;
}

/** Sorting by several columns without holding a key: for fingers, and for keyboards with a screen reader. */
export function SortMenu({ sort, columns, onChange }: Props) {
  const columnOf = (key: string) => columns.find((column) => column.key === key);
  const labelOf = (key: string) => columnOf(key)?.label ?? key;
  /** Words and grades have no size. */
  const wayOf = ({ column, descending }: SortKey) => {
    if (columnOf(column)?.numeric) return descending ? '从大到小' : '从小到大';
    return descending ? '倒序' : '正序';
  };
  const free = columns.filter(({ key }) => !sort.some(({ column }) => column === key));
  return (
    <MenuPopover label={sort.length > 0 ? `排序（${sort.length}）` : '排序'} title="按哪些列排序">
      {() => (
        <>
          {sort.length > 0 && (
            <ol className="sort-keys">
              {sort.map(({ column, descending }) => (
                <li key={column}>
                  {labelOf(column)}
                  <button
                    type="button"
                    className="action"
                    aria-label={`${labelOf(column)}：现在${wayOf({ column, descending })}，反过来`}
                    onClick={() =>
                      onChange(
                        sort.map((key) =>
                          key.column === column ? { column, descending: !descending } : key,
                        ),
                      )
                    }
                  >
                    <Icon name={descending ? 'down' : 'up'} />
                    {wayOf({ column, descending })}
                  </button>
                  <button
                    type="button"
                    className="action"
                    aria-label={`不按${labelOf(column)}排序`}
                    onClick={() => onChange(sort.filter((key) => key.column !== column))}
                  >
                    去掉
                  </button>
                </li>
              ))}
            </ol>
          )}
          <SelectField
            label={sort.length > 0 ? '再按一列排序' : '按一列排序'}
            value=""
            options={[
              { value: '', label: '选一列' },
              ...free.map(({ key, label, unit }) => ({
                value: key,
                label: unit ? `${label}（${unit}）` : label,
              })),
            ]}
            onChange={(column) => {
              const found = columns.find(({ key }) => key === column);
              if (found) onChange([...sort, { column, descending: found.numeric }]);
            }}
          />
        </>
      )}
    </MenuPopover>
  );
}
