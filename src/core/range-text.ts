const two = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 });
export const twoDigits = (value: number) => two.format(value);

const three = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
/** A limit that arithmetic gives: one digit more than the estimates that keep it, so that none reads as the same. */
export const limitText = (value: number) => three.format(value);

/**
 * `38–52`, `0.8–1.6`: two digits, for an estimate knows no more. Both ends are rounded down, so that none is printed above
 * a limit that it keeps.
 */
export function rangeText({ low, high }: { low: number; high: number }): string {
  const [from, to] = [twoDigits(cut(low)), twoDigits(cut(high))];
  return from === to ? from : `${from}–${to}`;
}

/** 10.96 → 10, 0.3349 → 0.33. */
function cut(value: number): number {
  if (value <= 0) return value;
  const digit = 10 ** (Math.floor(Math.log10(value)) - 1);
  // 29 × 0.01 is not 0.29.
  return Number((Math.floor(value / digit + 1e-9) * digit).toPrecision(2));
}
