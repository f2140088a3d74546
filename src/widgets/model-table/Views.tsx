import { memo } from 'react';
import { COLUMNS, VIEW_KEYS, VIEWS, type ViewKey } from '../../core/model-columns.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { SortMenu } from './SortMenu.tsx';
import type { TableState } from './url.ts';

interface Props extends Pick<TableState, 'as' | 'view' | 'cols' | 'sort'> {
  /** Looks at the same rows another way, a step one can go back from. */
  look(next: Partial<TableState>): void;
  showView(view: ViewKey): void;
  ask(next: Partial<TableState>, step: boolean): void;
}

const WAYS = [
  { value: 'table', label: '表' },
  { value: 'chart', label: '图' },
] as const;
const VIEW_OPTIONS = VIEW_KEYS.map((key) => ({ value: key, label: VIEWS[key].label }));
const SORTABLE = [{ key: 'name', label: '模型', numeric: false }, ...COLUMNS];

/** Table or chart, and which columns in which order. */
export const Views = memo(function Views({ as, view, cols, sort, look, showView, ask }: Props) {
  return (
    <>
      <Segmented legend="怎么看" quiet value={as} options={WAYS} onChange={(as) => look({ as })} />
      {as === 'table' && (
        <>
          <Presets view={view} cols={cols} onChange={showView} />
          <span className="table-tools">
            <ColumnChooser
              view={view}
              shown={cols.length > 0 ? cols : VIEWS[view].columns}
              custom={cols.length > 0}
              onChange={(cols) => ask({ cols }, false)}
            />
            <SortMenu sort={sort} columns={SORTABLE} onChange={(sort) => ask({ sort }, false)} />
          </span>
        </>
      )}
    </>
  );
});

const Presets = memo(function Presets({
  view,
  cols,
  onChange,
}: Pick<Props, 'view' | 'cols'> & { onChange: Props['showView'] }) {
  return (
    <Segmented<ViewKey>
      legend="列"
      quiet
      value={cols.length > 0 ? null : view}
      options={VIEW_OPTIONS}
      onChange={onChange}
    />
  );
});
