import { isAlias, isMap, isNode, isSeq, visit } from 'yaml';
import type { Document, LineCounter, YAMLError } from 'yaml';
import { fieldName } from './rules/fault.ts';
import type { Fault } from './rules/fault.ts';

const SYNTAX: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: '缩进不对：同一层的字段左边对齐，下一层缩进两格',
  BAD_SCALAR_START: '以 @、% 或反引号开头的文字要加引号',
  BLOCK_AS_IMPLICIT_KEY: '冒号写错了地方：一行只写一个「字段: 值」，文字里有冒号时加引号',
  DUPLICATE_KEY: '这个字段写了两次，删去一个',
  MISSING_CHAR: '少了一个符号：检查引号、括号和冒号是否成对',
  MULTILINE_IMPLICIT_KEY: '字段名后面要有冒号和空格，例如 name: 名称',
  MULTIPLE_DOCS: '一个文件只写一条记录，删去 --- 分隔线',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符',
  TAG_RESOLVE_FAILED: '不写以 ! 开头的标记；文字以 ! 开头时加引号',
};

/** Path of the field that holds a position of the source. */
export function pathTo(node: unknown, offset: number): (string | number)[] {
  if (isMap(node)) {
    const pair = node.items.findLast(({ key }) => isNode(key) && key.range && key.range[0] <= offset);
    return pair ? [String(pair.key), ...pathTo(pair.value, offset)] : [];
  }
  if (isSeq(node)) {
    const index = node.items.findLastIndex((item) => isNode(item) && item.range && item.range[0] <= offset);
    return index >= 0 ? [index, ...pathTo(node.items[index], offset)] : [];
  }
  return [];
}

/** Signs of a Chinese keyboard at the places where YAML reads its own, and what to type instead. */
const WIDE: [sign: RegExp, remedy: string][] = [
  [/^[\s-]*[\w"']+：/, '冒号用半角 :，后面空一格'],
  [/^[\s-]*[\w"']+:\s*[“‘「]/, '引号用半角 \' 或 "'],
  [/^\s*－/, '列表的 - 用半角，后面空一格'],
  [/^[ -]*\u3000/, '缩进用半角空格，不用全角空格'],
  [/[：，、“”‘’　]/, "标点用半角：冒号 :、逗号 ,、引号 '"],
];

/** What a line shows of signs that were typed full-width. */
function wideSign(line: string): string | undefined {
  return WIDE.find(([sign]) => sign.test(line))?.[1];
}

/** Text that ends where YAML takes a `#` after a space for the beginning of a comment, as in `note: C #3`. */
function cutTexts(source: string, document: Document): { offset: number; message: string }[] {
  const cut: { offset: number; message: string }[] = [];
  visit(document, {
    Scalar(_, { type, range, comment }) {
      if (type !== 'PLAIN' || !range || !comment || /^[\s#!-]/.test(comment)) return;
      const between = source.slice(range[1], range[2]);
      if (!/^ +#/.test(between)) return;
      cut.push({
        offset: range[0],
        message: '# 前面有空格，后面的都成了注释：文字里有 # 就整句加引号；是注释就写成 # 加空格',
      });
    },
  });
  return cut;
}

/**
 * The value of a document, or where it refers to what it has not defined; also where it repeats a part so often that
 * nothing but harm can be meant, for which the parser gives up.
 */
export function valueOf(
  file: string,
  document: Document,
  lines: LineCounter,
): { data: unknown; faults: Fault[] } {
  try {
    return { data: document.toJS(), faults: [] };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const references: { source: string; known: boolean; offset: number }[] = [];
    visit(document, {
      Alias(_, node) {
        if (!isAlias(node) || !node.range) return;
        references.push({
          source: node.source,
          known: node.resolve(document) !== undefined,
          offset: node.range[0],
        });
      },
    });
    const bad = references.find(({ known }) => !known) ?? references[0];
    if (!bad) throw error;
    const fault = {
      ...{ file, line: lines.linePos(bad.offset).line, value: `*${bad.source}` },
      field: fieldName(pathTo(document.contents, bad.offset)),
      message: '*名字 要先在前面用 &名字 定义，而且只用几次；文字以 * 开头就加引号',
    };
    return { data: undefined, faults: [fault] };
  }
}

/**
 * What YAML itself objects to, and what it takes for something else than was meant. Fields written twice are all told;
 * of the other slips only the first, for one usually upsets the parser several times over, and of its place only the
 * outermost field, for the rest may be misread.
 */
export function slipFaults(file: string, source: string, document: Document, lines: LineCounter): Fault[] {
  const slips = [...document.errors, ...document.warnings];
  const firstSlip = slips.find(({ code }) => code !== 'DUPLICATE_KEY');
  const told = slips.filter((error) => error.code === 'DUPLICATE_KEY' || error === firstSlip);
  const faultFor = (offset: number, path: (string | number)[], message: string): Fault => {
    const { line } = lines.linePos(Math.min(offset, source.length));
    const value = source.split('\n')[line - 1]?.trim() || '（空）';
    return { file, line, field: fieldName(path), value, message };
  };
  return [
    ...told.map((error) => {
      const path = pathTo(document.contents, error.pos[0]);
      const line = source.split('\n')[lines.linePos(Math.min(error.pos[0], source.length)).line - 1] ?? '';
      const message = SYNTAX[error.code] ?? 'YAML 写法不对：检查这一行的缩进、冒号和引号';
      const wide = error === firstSlip ? wideSign(line) : undefined;
      return faultFor(
        error.pos[0],
        error === firstSlip ? path.slice(0, 1) : path,
        wide ? `${message}；${wide}` : message,
      );
    }),
    ...cutTexts(source, document).map(({ offset, message }) =>
      faultFor(offset, pathTo(document.contents, offset), message),
    ),
  ];
}
