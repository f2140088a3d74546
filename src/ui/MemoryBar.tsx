export interface MemoryPart {
  /** Weights, KV cache, overhead. */
  kind: 'w' | 'kv' | 'oh';
  bytes: number;
}

/**
 * The memory bar: what a model takes, part by part, against what there is. Beyond the memory it is hatched. The figures
 * stand beside it, so it is hidden from screen readers.
 */
export function MemoryBar({ parts, usableBytes }: { parts: readonly MemoryPart[]; usableBytes: number }) {
  const needed = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const scale = Math.max(needed, usableBytes);
  const percent = (bytes: number) => `${((bytes / scale) * 100).toFixed(2)}%`;
  return (
    <span className="memory-bar" aria-hidden="true">
      {parts.map(({ kind, bytes }) => (
        <i key={kind} className={`memory-bar-${kind}`} style={{ inlineSize: percent(bytes) }} />
      ))}
      {needed > usableBytes && (
        <>
          <i className="memory-bar-over" style={{ inlineSize: percent(needed - usableBytes) }} />
          <i className="memory-bar-end" style={{ insetInlineStart: percent(usableBytes) }} />
        </>
      )}
    </span>
  );
}
