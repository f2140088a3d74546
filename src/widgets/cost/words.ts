import type { Currency } from '../../schema/shared.ts';
import { formatMoney, formatNumber, formatSignificant } from '../../ui/format.ts';

const TEN_THOUSAND = 1e4;
const HUNDRED_MILLION = 1e8;
const TRILLION = 1e12;

/** Money at any size: from 10⁸ on in 亿 and 万亿, and in words where it is next to nothing. */
export function moneyWords(value: number, currency: Currency = 'CNY'): string {
  const sign = currency === 'CNY' ? '¥' : '$';
  if (value >= TRILLION) return `${sign}${formatNumber(value / TRILLION, 2)} 万亿`;
  if (value >= HUNDRED_MILLION) return `${sign}${formatNumber(value / HUNDRED_MILLION, 2)} 亿`;
  if (value > 0 && value < 1e-6) return `不到 ${sign}0.000001`;
  return formatMoney(value, currency);
}

/** A number of calls: a decimal below 100, where it matters. */
export function callsWords(value: number): string {
  if (value >= TRILLION) return '1 万亿次以上';
  if (value >= HUNDRED_MILLION) return `${formatNumber(value / HUNDRED_MILLION, 2)} 亿次`;
  if (value > 0 && value < 0.1) return '不到 0.1 次';
  return `${formatNumber(value, value < 100 ? 1 : 0)} 次`;
}

/** Months as one would say them. */
export function monthsWords(months: number): string {
  if (months > 1200) return '100 年以上';
  if (months >= 36) return `${formatNumber(months / 12, 1)} 年`;
  if (months > 0 && months < 1) return '不到 1 个月';
  return `${formatNumber(months, 1)} 个月`;
}

/** Numbers on an axis: `2.5 万`, `3 亿`. */
export function axisWords(value: number): string {
  if (value >= TRILLION) return `${formatSignificant(value / TRILLION)} 万亿`;
  if (value >= HUNDRED_MILLION) return `${formatSignificant(value / HUNDRED_MILLION)} 亿`;
  if (value >= TEN_THOUSAND) return `${formatSignificant(value / TEN_THOUSAND)} 万`;
  return formatSignificant(value);
}
