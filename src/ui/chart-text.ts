/** Text in charts: as small as it can be read, in the theme's second ink. */
export const CHART_TEXT = { fontSize: 12, fill: 'var(--ink-2)' };
