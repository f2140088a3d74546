// Prints how far the estimates of the built site lie from measurements, one line, from what it publishes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUANTITY_WORDS } from '../src/core/estimate/accuracy-words.ts';

const dist = process.argv[2] ?? 'dist';

interface Item {
  quantity: keyof typeof QUANTITY_WORDS;
  heldOut: string;
  group: string | null;
  median: number | null;
  p90: number | null;
}

const { items }: { items: Item[] } = JSON.parse(readFileSync(join(dist, 'api/v1/accuracy.json'), 'utf8'));
const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)}%`);
const parts = items
  .filter(({ group, heldOut }) => group === null && ['sourceOnMachine', 'none'].includes(heldOut))
  .map(
    ({ quantity, median, p90 }) => `${QUANTITY_WORDS[quantity]} ${percent(median)}（九成 ${percent(p90)}）`,
  );
console.log(`估算的误差，中位数：${parts.join('，')}`);
