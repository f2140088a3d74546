/** A section of `CHANGELOG.md`: `## 0.1.0 - 2026-11-22`, or one without a date for what is not released yet. */
export interface Release {
  /** Anchor of the heading. */
  id: string;
  version: string;
  /** `YYYY-MM-DD`. */
  date: string | null;
  /** What stands below the heading. */
  html: string;
}

const HEADING = /<h2 id="([^"]*)">(.*?)<\/h2>/;

/** Cuts the rendered change log at its second-level headings; sections with nothing in them are left out. */
export function releases(html: string): Release[] {
  return html.split(/(?=<h2[ >])/).flatMap((section) => {
    const [heading, id = '', title = ''] = HEADING.exec(section) ?? [];
    if (heading === undefined) return [];
    const body = section.slice(heading.length).trim();
    const [, version = title, date = null] = /^(.*?) - (\d{4}-\d{2}-\d{2})$/.exec(title) ?? [];
    return body === '' ? [] : [{ id, version, date, html: body }];
  });
}
