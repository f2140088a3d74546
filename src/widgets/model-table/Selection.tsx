import { MOST_SELECTED } from './url.ts';

interface Props {
  /** Ids in the order picked. */
  selected: readonly string[];
  /** A sixth was asked for. */
  full: boolean;
  /** Address of the comparison. */
  compare: string;
  onClear(): void;
}

/** The way from rows picked to their comparison. */
export function Selection({ selected, full, compare, onClear }: Props) {
  return (
    <div className="selection">
      <span role="status">
        {full && `最多比 ${MOST_SELECTED} 个，先去掉一个。`}
        {selected.length === 1 && '再选一个来对比'}
      </span>
      {selected.length > 1 && (
        <a className="button" href={`${compare}?m=${selected.join(',')}`}>
          对比（{selected.length}）
        </a>
      )}
      {selected.length > 0 && (
        <button type="button" className="action" onClick={onClear}>
          取消选择
        </button>
      )}
    </div>
  );
}
