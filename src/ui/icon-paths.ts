/** Outlines in a square of 16, by name. */
export const ICON_PATHS = {
  check: 'M2.5 8.5 6.2 12 13.5 4',
  alert: 'M8 2.5v6.5M8 12v1.6',
  cross: 'M3.5 3.5l9 9m0-9-9 9',
  question: 'M5.2 5.6C5.4 3.9 6.5 3 8 3c1.7 0 2.9 1 2.9 2.5C10.9 7.6 8 7.6 8 9.6M8 12.2v1.6',
  link: 'M6.5 9.5l3-3M7.2 4.8l1.3-1.3a2.8 2.8 0 0 1 4 4l-1.3 1.3M8.8 11.2l-1.3 1.3a2.8 2.8 0 0 1-4-4l1.3-1.3',
  download: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.3h10',
  frame: 'M2.5 3.5h11v9h-11zM2.5 6.2h11',
  back: 'M9.5 3 4.5 8l5 5',
  star: 'M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4 4.3 13.5l.8-4.2L2 6.4l4.2-.5z',
  warn: 'M8 2.5 14.5 13.5h-13zM8 6.5v3M8 11.5v.1',
  clock: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2M8 4.8v3.4l2.3 1.4',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
} as const;

export type IconName = keyof typeof ICON_PATHS;

/** Emoji of the original that are drawn. */
export const DRAWN: Readonly<Record<string, IconName>> = { '⭐': 'star', '✅': 'check', '⚠️': 'warn' };
export const DRAWN_PATTERN = /(⭐|✅|⚠️)/u;
