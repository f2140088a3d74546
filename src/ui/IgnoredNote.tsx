interface Props {
  ignored: { key: string; value: string; expected: string }[];
  onClear(): void;
  /** What was done about it. */
  done?: string;
}

/** A link may be made to hold thousands. */
const SHOWN = 8;

/** The visible line that says which parts of a link were ignored, and what they should have been. */
export function IgnoredNote({ ignored, onClear, done = '已略去，缺的按默认值' }: Props) {
  return (
    <div role="status">
      {ignored.length > 0 && (
        <p className="notice">
          链接里有 {ignored.length} 处看不懂，{done}：
          {ignored.slice(0, SHOWN).map(({ key, value, expected }, index) => (
            <span key={index} className="notice-item">
              <code>
                {key}={value.length > 40 ? `${value.slice(0, 40)}…` : value}
              </code>
              （{expected}）
            </span>
          ))}
          {ignored.length > SHOWN && <span className="notice-item">还有 {ignored.length - SHOWN} 处</span>}
          <button type="button" className="action" onClick={onClear}>
            从链接里去掉
          </button>
        </p>
      )}
    </div>
  );
}
