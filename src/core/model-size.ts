/**
 * Parameters that a model's name states, in billions: `Qwen3-30B-A3B` → 30 and 3 active, `Mixtral-8x7B` has no such
 * statement (experts share parts), `SmolLM2-360M` → 0.36. A makers' size is rounded, so it is a fallback for models that
 * no record describes.
 */
export interface NamedSize {
  totalB: number;
  /** Null where the name states no active size: dense, or not told. */
  activeB: number | null;
}

/** A figure that stands by itself: not the tail of a version (`v0.3b`), a word (`e4b`) or a longer number. */
const SIZE = /(?:^|[^a-z0-9.])(\d+(?:\.\d+)?)\s?([bm])(?![a-z0-9])/;
const MIXTURE = /(?:^|[^a-z0-9.])(\d+(?:\.\d+)?)b[-_ ]?a(\d+(?:\.\d+)?)(b|m)(?![a-z0-9])/;

/** The size in a name, or null where it states none. */
export function sizeInName(name: string): NamedSize | null {
  const text = name.toLowerCase();
  const mixture = MIXTURE.exec(text);
  if (mixture) {
    const [, total, active, unit] = mixture;
    return named(Number(total), Number(active) / (unit === 'm' ? 1000 : 1));
  }
  const plain = SIZE.exec(text);
  if (!plain) return null;
  return named(Number(plain[1]) / (plain[2] === 'm' ? 1000 : 1), null);
}

const named = (totalB: number, activeB: number | null): NamedSize | null =>
  totalB > 0 ? { totalB, activeB: activeB !== null && activeB > 0 ? activeB : null } : null;
