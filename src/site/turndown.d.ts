/** What is used of the package, which brings no types. */
declare module 'turndown' {
  type Rule = {
    filter: string | string[] | ((node: HTMLElement) => boolean);
    replacement(content: string, node: HTMLElement): string;
  };
  export default class Turndown {
    constructor(options: Record<string, string>);
    addRule(key: string, rule: Rule): this;
    escape(text: string): string;
    turndown(html: string): string;
  }
}
