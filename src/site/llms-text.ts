/** A page, with the file that holds its Markdown. */
export interface Listed {
  path: string;
  file: string;
  title: string;
  description: string;
}

/** A list of `/api/v1/` as its index has it; the addresses have the site's base. */
export interface PublishedList {
  title: string;
  count: number;
  json: string;
  csv: string;
}

interface Content {
  pages: readonly Listed[];
  /** Paths in reading order; pages that are not named follow by their paths. */
  order: readonly string[];
  lists: readonly PublishedList[];
  /** Address of a path of the site. */
  at(path: string): string;
  /** Address of a path that has the site's base. */
  address(path: string): string;
}

/** Headings by the pattern of the paths below them; a page belongs to the first that fits. */
const GROUPS: readonly [heading: string, paths: RegExp][] = [
  ['指南', /^\/guide\//],
  ['工具', /^\/(?!changelog\/)[^/]+\/$/],
  ['关于', /^\/(about|changelog)\//],
  ['各个模型', /^\/models\//],
  ['各种硬件', /^\/hardware\//],
  ['其他', /^\/./],
];

/** `/llms.txt`: what the site is, its pages as Markdown, its data as JSON and CSV. */
export function llmsText({ pages, order, lists, at, address }: Content): string {
  const place = new Map(order.map((path, index) => [path, index]));
  const rank = ({ path }: Listed) => place.get(path) ?? order.length;
  const sorted = [...pages].sort(
    (a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'en') || a.path.localeCompare(b.path, 'en'),
  );
  const home = pages.find(({ path }) => path === '/');

  const groupOf = ({ path }: Listed) => GROUPS.find(([, paths]) => paths.test(path))?.[0];
  const sections = GROUPS.flatMap(([heading]) => {
    const lines = sorted.filter((page) => groupOf(page) === heading).map((page) => pageLine(page, at));
    return lines.length > 0 ? [[`## ${heading}`, '', ...lines].join('\n')] : [];
  });
  const data = lists.map(
    ({ title, count, json, csv }) =>
      `- [${title}](${address(json)}): ${count} 条，也有 [CSV](${address(csv)})`,
  );

  return `${[
    `# ${home?.title ?? ''}`,
    `> ${home?.description ?? ''}`,
    '数字分三种：指南原值、公开数据、估算。指南原值与公开数据矛盾时，后面用括号写明「与公开数据不符」「不可能」等；公开数据的出处在数据文件的 source 字段里。网页地址末尾的 / 换成 .md，就是同一页的 Markdown。',
    ...sections,
    [
      '## 数据',
      '',
      `- [全部数据文件的目录](${at('/api/v1/index.json')}): 每份数据的地址、条数和 JSON Schema，许可 CC BY 4.0`,
      ...data,
    ].join('\n'),
  ].join('\n\n')}\n`;
}

function pageLine({ title, description, file }: Listed, at: Content['at']): string {
  return `- [${title}](${at(file)})${description === '' ? '' : `: ${description}`}`;
}
