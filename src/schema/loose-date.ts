import { z } from 'zod';
import { inCalendar, NOT_IN_CALENDAR } from './shared.ts';

const DAY = String.raw`\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?`;

/** As exact as the source tells: a day, a month, a year, or a span of them written `2025/2026`. */
export const looseDate = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z
    .string("要写日期；只有年份时加引号，例如 '2025'")
    .regex(new RegExp(`^${DAY}(/${DAY})?$`), "写成 YYYY-MM-DD、YYYY-MM 或 'YYYY'；一段时间写成 2025/2026")
    .refine(inCalendar, NOT_IN_CALENDAR)
    .refine((value) => {
      const [from = '', to] = value.split('/');
      return to === undefined || from < to;
    }, '一段时间从早到晚写'),
);
