import { Icon } from './Icon.tsx';

/** Beside a figure that may be out of date: an icon, in words for those who do not see it, the day when pointed at. */
export function StaleMark({ label }: { label: string }) {
  return (
    <span className="stale" title={label}>
      <Icon name="clock" />
      <span className="visually-hidden">（可能已过期）</span>
    </span>
  );
}

/** The whole sentence, where there is room for it. */
export function Stale({ label }: { label: string }) {
  return (
    <span className="stale-words">
      <Icon name="clock" />
      {label}
    </span>
  );
}

/** Under a table or list: how many of its figures bear the mark; nothing where none does. */
export function StaleNote({ cells }: { cells: Iterable<{ stale?: string } | null | undefined> }) {
  let count = 0;
  for (const cell of cells) if (cell?.stale !== undefined) count += 1;
  if (count === 0) return null;
  return (
    <span className="stale-note">
      <Icon name="clock" />
      {count.toLocaleString('en-US')} 个数字可能已过期，点开看核对的日期。
    </span>
  );
}
