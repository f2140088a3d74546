import type { z } from 'zod';
import { faultAt, fieldName } from './fault.ts';
import type { Fault, Located, Path } from './fault.ts';
import { nearest } from './nearest.ts';

const TYPE_MESSAGES: Record<string, string> = {
  string: '要写文字',
  number: '要写数字，不加引号和单位',
  int: '要写整数，不加引号和单位',
  boolean: '要写 true 或 false',
  object: '要写一组字段，每行一个「字段: 值」',
  record: '要写一组字段，每行一个「字段: 值」',
  array: '要写列表，每项一行，以 - 开头',
};

type Issue = z.core.$ZodRawIssue;

/** For what the schema gives no message of its own, so that none of zod's English ones reaches an editor. */
function fallbackMessage(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_MESSAGES[issue.expected] ?? '不能这样写';
    case 'invalid_value':
      return `只能写 ${issue.values.join('、')}`;
    case 'invalid_union':
      return Array.isArray(issue.options) ? `只能写 ${issue.options.join('、')}` : '写法不合任何一种格式';
    case 'too_small':
      return `${issue.inclusive ? '不能小于' : '要大于'} ${issue.minimum}`;
    case 'too_big':
      return `${issue.inclusive ? '不能大于' : '要小于'} ${issue.maximum}`;
    case 'not_multiple_of':
      return `要是 ${issue.divisor} 的倍数`;
    case 'invalid_format':
      return '格式不对';
    default:
      return '不能这样写';
  }
}

/** Powers of ten that Chinese writes as a word. */
const MYRIADS: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/**
 * The number that a text without a unit means: quoted, typed full-width, with groups of three digits, a sign of money,
 * 万 or 亿. Nothing where it may mean several (`128K`, `8,2`).
 */
function numberMeant(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  const plain = text
    .normalize('NFKC')
    .replace(/^[¥￥$€]\s*/, '')
    .trim();
  const [, grouped, myriad = ''] = /^(\d{1,3}(?:[,_' ]\d{3})+|\d+(?:\.\d+)?)\s*([万亿]?)$/.exec(plain) ?? [];
  if (grouped === undefined) return undefined;
  return Number((Number(grouped.replace(/[,_' ]/g, '')) * (MYRIADS[myriad] ?? 1)).toPrecision(15));
}

/** What is at the path, or undefined where the path leads to nothing. */
function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], data);
}

function unknownKeyMessage(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  return meant
    ? `没有「${key}」这个字段；是不是想写 ${meant}`
    : `没有「${key}」这个字段，删去它；这里可以写 ${known.join('、')}`;
}

/**
 * A file read as YAML against the schema of its collection: the record, or all that is wrong with its shape. A missing
 * field is placed at the line of its parent, an unknown one at its own line.
 */
export function checkShape<Value>(
  schema: z.ZodType<Value>,
  data: unknown,
  at: Located,
): { value: Value; faults: [] } | { value: null; faults: Fault[] } {
  const knownKeys = new Map<string, string[]>();
  const result = schema.safeParse(data, {
    error(issue) {
      if (issue.code === 'unrecognized_keys') {
        knownKeys.set(fieldName((issue.path ?? []) as Path), Object.keys((issue.inst as z.ZodObject).shape));
      }
      return fallbackMessage(issue);
    },
  });
  if (result.success) return { value: result.data, faults: [] };

  const faults = result.error.issues.flatMap((issue) => {
    const path = issue.path as Path;
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys.get(fieldName(path)) ?? [];
      return issue.keys.map((key) => faultAt(at, [...path, key], unknownKeyMessage(key, known)));
    }
    if (issue.code === 'invalid_key') return faultAt(at, path, `字段名${issue.issues[0]?.message}`);

    const value = valueAt(data, path);
    if (path.length > 0 && value === undefined)
      return faultAt(at, path, `补上 ${path.at(-1)}：${issue.message}`);
    const numeric = issue.code === 'invalid_type' && ['number', 'int'].includes(issue.expected);
    const meant = numeric ? numberMeant(value) : undefined;
    if (meant !== undefined) return faultAt(at, path, `${issue.message}：写 ${meant}`);
    const unquoted = issue.code === 'invalid_type' && issue.expected === 'string' && value !== null;
    if (unquoted && (typeof value !== 'object' || value instanceof Date)) {
      return faultAt(at, path, `${issue.message}，加上引号：'${at.place(path).text}'`);
    }
    return faultAt(at, path, issue.message);
  });
  return { value: null, faults };
}
