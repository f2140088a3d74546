interface Props {
  ignored: { key: string; value: string; expected: string }[];
  onClear(): void;
  /** What was done about it. */
  done?: string;
}

/** The visible line that says which parts of a link were ignored, and what they should have been. */
export function IgnoredNote({ ignored, onClear, done = '已按默认值显示' }: Props) {
  return (
    <div role="status">
      {ignored.length > 0 && (
        <p className="notice">
          链接里有 {ignored.length} 处看不懂，{done}：
          {ignored.map(({ key, value, expected }, index) => (
            <span key={index} className="notice-item">
              <code>
                {key}={value.length > 40 ? `${value.slice(0, 40)}…` : value}
              </code>
              （{expected}）
            </span>
          ))}
          <button type="button" className="action" onClick={onClear}>
            从链接里去掉
          </button>
        </p>
      )}
    </div>
  );
}
