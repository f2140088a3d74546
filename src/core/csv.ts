/** RFC 4180: a field with a comma, quote or line break is quoted, a quote inside it doubled. */
const field = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Rows of fields as the text of a CSV file, every row ended by CR LF; no byte order mark. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
