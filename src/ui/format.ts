const grouped = new Map<string, Intl.NumberFormat>();

/** `1234.5` → `1,234.5`; at most `digits` decimals, no trailing zeros. */
export function formatNumber(value: number, digits = 0): string {
  // Most numbers are counts, and the first formatter of a page takes some 20 ms.
  if (Number.isInteger(value) && value > 0 && value < 1000) return String(value);
  const key = String(digits);
  let format = grouped.get(key);
  if (!format) {
    format = new Intl.NumberFormat('en-US', { maximumFractionDigits: digits });
    grouped.set(key, format);
  }
  return format.format(value);
}

/** Rounds to `significant` digits for display and keeps thousands grouped: `12345` → `12,300` for 3. */
export function formatSignificant(value: number, significant = 3): string {
  const key = `${significant} significant`;
  let format = grouped.get(key);
  if (!format) {
    format = new Intl.NumberFormat('en-US', { maximumSignificantDigits: significant });
    grouped.set(key, format);
  }
  return format.format(value);
}

const SYMBOLS = { CNY: '¥', USD: '$' } as const;

/** `¥5,000`, `$0.003`: two decimals below 100 where there are any, whole numbers above. */
export function formatMoney(value: number, currency: keyof typeof SYMBOLS): string {
  if (value !== 0 && Math.abs(value) < 1) return `${SYMBOLS[currency]}${formatSignificant(value, 2)}`;
  return `${SYMBOLS[currency]}${formatNumber(value, Math.abs(value) < 100 ? 2 : 0)}`;
}

/** `0.1347` → `13.5%`, always with as many decimals; `signed` writes the plus too. */
export function formatPercent(share: number, { digits = 1, signed = false } = {}): string {
  return new Intl.NumberFormat('en-US', {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'negative',
  }).format(share);
}
