import { z } from 'zod';

/** Record ids: lower case, digits, dots and hyphens; the file name without `.yaml` is the id. */
export const ID_PATTERN = /^[a-z0-9][a-z0-9.-]*$/;

export const id = z
  .string('要写一个编号（小写字母、数字、点、连字符）')
  .regex(ID_PATTERN, '编号只能用小写字母、数字、点和连字符，例如 qwen2.5-72b-instruct');

export const text = z
  .string('要写文字')
  .min(1, '不能是空的；没有内容就删去这一行')
  .refine((value) => value === '' || /\S/.test(value), '不能只有空格；没有内容就删去这一行');

/** An unquoted YAML date arrives as a Date, a bare year or `20261122` as a number: as text, each is judged as a date. */
export const dateText = (value: unknown) => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? String(value) : value;
};

/** Whether each whole day in a date or a span of dates is in the calendar. */
export const inCalendar = (value: string) =>
  value
    .split('/')
    .filter((part) => /^\d{4}-\d\d-\d\d$/.test(part))
    .every((day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day));

export const NOT_IN_CALENDAR = '历法里没有这一天；核对月份和日子';

export const isoDate = z.preprocess(dateText, z.iso.date('日期写成 YYYY-MM-DD，例如 2026-11-22'));

/** A day, or a month where the source names no day. */
export const dayOrMonth = z.preprocess(
  dateText,
  z
    .string('要写日期')
    .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, '写成 YYYY-MM-DD；出处只写到月份时写 YYYY-MM')
    .refine(inCalendar, NOT_IN_CALENDAR),
);

export const url = z
  .url({
    protocol: /^https?$/,
    error: '要写完整网址，以 https:// 或 http:// 开头',
  })
  .refine(
    (value) =>
      !/^https?:\/\//.test(value) ||
      (/^https?:\/\/[^/?#]+\.[^/?#]+/.test(value) && !/[\s，。；：、“”《》…]/.test(value)),
    '网址里有空格、中文标点，或者没有域名；从浏览器的地址栏复制',
  );

export const positive = z.number('要写数字，不加引号和单位').positive('要大于 0');
export const nonNegative = z.number('要写数字，不加引号和单位').nonnegative('不能小于 0');
export const count = z.int('要写整数，不加引号和单位').positive('要大于 0');
export const countOrZero = z.int('要写整数，不加引号和单位').nonnegative('不能小于 0');
export const yesOrNo = z.boolean('只能写 true 或 false');

/**
 * How sure a figure is. `seen`: read in the named source. `derived`: arithmetic on seen figures.
 * `recalled`: from memory only; it is shown as 待核实.
 */
export const confidence = z.enum(['seen', 'derived', 'recalled'], {
  error: '可信程度只能写 seen（在出处读到）、derived（由读到的数算出）或 recalled（凭记忆，待核实）',
});
export type Confidence = z.infer<typeof confidence>;

/** Every group of figures says where it was read: the id of a record in `content/data/sources/`. */
export const provenance = {
  source: id,
  confidence,
};

export const precision = id;

export const currency = z.enum(['CNY', 'USD'], { error: '币种只能写 CNY 或 USD' });
export type Currency = z.infer<typeof currency>;
