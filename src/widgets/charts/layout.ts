import { textWidth, wrapText } from '../../core/chart-text.ts';
import type { BarLine, BarsPicture, LegendEntry, PointRef } from '../../core/chart.ts';

/**
 * Where things stand in a picture of bars: upright in px, across in percent, so that one picture fits every width
 * without a script. Text is laid out for the narrowest one, a phone of 360 px.
 */
const NARROWEST = 316;
export const BAR = 12;
/** A finger needs as much. */
const HIT = 24;
const TEXT_LINE = 17;
const NOTE = 11;
const SWATCH = 16;

export interface TextAt {
  y: number;
  text: string;
}

/** What can be pointed at: as wide as the bar, or a dot in its middle. */
export interface Hit {
  left: number;
  width: number;
  top: number;
  dot: boolean;
  name: string;
  ref: PointRef;
}

export interface LineAt {
  line: BarLine;
  labelY: number;
  /** Where the figure stands when it has no room beside the label. */
  valueY: number | null;
  /** Top of the bar. */
  barY: number;
}

export interface BarsLayout {
  height: number;
  title: TextAt | null;
  notes: TextAt[];
  lines: LineAt[];
  hits: Hit[];
  plot: { top: number; bottom: number };
}

export function layoutBars({ title, note, lines, axis }: BarsPicture): BarsLayout {
  let y = 0;
  const titleAt = title === '' ? null : { y: (y += TEXT_LINE), text: title };
  const notes = noteLines(note ?? '').map((text) => ({ y: (y += 15), text }));
  y += titleAt ? 6 : 0;
  const laid: BarsLayout = {
    height: 0,
    title: titleAt,
    notes,
    lines: [],
    hits: [],
    plot: { top: y, bottom: y },
  };
  for (const [place, line] of lines.entries()) {
    if (place > 0) y += line.kind === 'claim' && lines[place - 1]?.kind !== 'claim' ? 3 : 9;
    y = layLine(line, y, laid);
    laid.hits.push(...hitsOf(line, title, y - BAR, axis.end));
  }
  laid.plot.bottom = y + 8;
  laid.height = y + 28;
  return laid;
}

/** Broken where a part of it ends, if one line does not hold it. */
function noteLines(note: string): string[] {
  const parts = textWidth(note, NOTE) <= NARROWEST ? [note] : note.split('；');
  return parts.flatMap((part) => wrapText(part, NARROWEST, NOTE));
}

/** Entries in rows. */
export function layoutLegend(entries: readonly LegendEntry[]) {
  let x = 0;
  let y = 10;
  const laid = entries.map((entry) => {
    const width = SWATCH + 6 + textWidth(entry.label);
    if (x > 0 && x + width > NARROWEST) {
      x = 0;
      y += 20;
    }
    const at = { ...entry, x, y };
    x += width + 14;
    return at;
  });
  return { height: y + 10, entries: laid };
}

/** Returns where the bar ends. */
function layLine(line: BarLine, top: number, laid: BarsLayout): number {
  const labelY = top + 14;
  const together = textWidth(line.label) + textWidth(valueWords(line)) + 12 <= NARROWEST;
  const valueY = together ? null : labelY + TEXT_LINE;
  const barY = (valueY ?? labelY) + 6;
  laid.lines.push({ line, labelY, valueY, barY });
  return barY + BAR;
}

/** A sign for those who see, before the word for everyone. */
export const verdictWords = ({ word, grave }: NonNullable<BarLine['verdict']>) =>
  `${grave ? '×' : '?'} ${word}`;

const valueWords = ({ value, verdict }: BarLine) => (verdict ? `${value} ${verdictWords(verdict)}` : value);

/** The stretch a bar covers, in percent of the axis. */
export function stretch({ shape }: BarLine, end: number): { left: number; width: number } {
  const percent = (value: number) => (value / end) * 100;
  if (shape.type === 'range') return { left: percent(shape.low), width: percent(shape.high - shape.low) };
  if (shape.type === 'bar') return { left: 0, width: percent(shape.value) };
  return { left: 0, width: percent(shape.parts.reduce((sum, { value }) => sum + value, 0)) };
}

/** Steps into which ticks fall, the width of the box they are drawn in: a step is less than a px wherever charts stand. */
export const TICK_STEPS = 1000;

/**
 * Ticks as one path in a box 1 high. A field may hold hundreds: an element each would make the chart larger than the
 * rest of its page, on the page of every model in the field.
 */
export function tickPath(values: readonly number[], end: number): string {
  const steps = new Set(values.map((value) => Math.round((value / end) * TICK_STEPS)));
  return [...steps]
    .sort((a, b) => a - b)
    .map((step) => `M${step} 0v1`)
    .join('');
}

function hitsOf(line: BarLine, title: string, barY: number, end: number): Hit[] {
  const verdict = line.verdict ? `，${line.verdict.word}` : '';
  const top = barY + BAR / 2 - HIT / 2;
  const bar: Hit = {
    ...stretch(line, end),
    top,
    dot: false,
    name: `${[title, line.label].filter(Boolean).join('，')}：${line.value}${verdict}`,
    ref: line.ref,
  };
  return [bar, ...dotHits(line, title, { top, end })];
}

/** Dots that a finger could not tell apart are one: all of a bar open the same cell. */
function dotHits(
  { label, measured = [] }: BarLine,
  title: string,
  { top, end }: { top: number; end: number },
): Hit[] {
  const apart = (HIT / NARROWEST) * 100;
  const hits: (Hit & { values: string[]; first: number })[] = [];
  for (const { at, value, ref } of measured) {
    const left = (at / end) * 100;
    const last = hits.at(-1);
    const near = last && left - last.first < apart ? last : undefined;
    if (near) {
      near.values.push(value);
      near.left = (near.first + left) / 2;
    } else hits.push({ left, width: 0, top, dot: true, name: '', ref, values: [value], first: left });
  }
  return hits.map(({ values, first: _, ...hit }) => ({
    ...hit,
    name: `${[title, label].filter(Boolean).join('，')}，实测：${values.join('、')}`,
  }));
}
