/** Channels as words in names of machines. */
const WORDS: Readonly<Record<string, number>> = {
  single: 1,
  dual: 2,
  quad: 4,
  hexa: 6,
  octa: 8,
  单: 1,
  双: 2,
  四: 4,
  六: 6,
  八: 8,
  十二: 12,
};

const COUNT = '(\\d+|single|dual|quad|hexa|octa|十二|[单双四六八])';
const SPEED = '(?:LP)?DDR\\d\\w*[- ](\\d{4,5})';
/** `8-channel DDR5-4800`, `DDR5-6000 dual channel`, `12 通道 DDR5-6400`. */
const CHANNELS = new RegExp(`${COUNT}[- ]?(?:channels?|ch\\b|通道)[ ,]*(?:ECC )?${SPEED}`, 'i');
const CHANNELS_AFTER = new RegExp(`${SPEED}(?: ?MT/s)?[ ,(]+${COUNT}[- ]?(?:channels?|ch\\b|通道)`, 'i');
const MODULES = new RegExp(`(\\d+)\\s?x\\s?(?:\\d+\\s?GB\\s)?${SPEED}`, 'i');
/** `LPDDR5X-8000 256-bit`. */
const BUS = new RegExp(`${SPEED}[ ,(]+(\\d{2,4})[- ]?bit`, 'i');
/** `273 GB/s`; not what somebody measured, which is less than the peak. */
const STATED =
  /(?<!(?:measured|about|triad|stated|实测) (?:about )?)\b(\d+(?:\.\d+)?) ?GB\/s(?! (?:measured|triad|实测))/i;
const SOCKETS = /^(\d+)\s?x\s/;
const ONE_OF = /^1 of (\d+)x?\s/i;
const BYTES_PER_TRANSFER = 8;

/** Channels, or their like of 64 bits, and million transfers a second. */
function transfers(name: string): [number, number] | null {
  const [, channels, speed] = CHANNELS.exec(name) ?? [];
  if (channels !== undefined) return [countOf(channels), Number(speed)];
  const [, speedBefore, channelsAfter] = CHANNELS_AFTER.exec(name) ?? [];
  if (channelsAfter !== undefined) return [countOf(channelsAfter), Number(speedBefore)];
  const [, busSpeed, bits] = BUS.exec(name) ?? [];
  if (bits !== undefined) return [Number(bits) / 64, Number(busSpeed)];
  const [, modules, moduleSpeed] = MODULES.exec(name) ?? [];
  return modules === undefined ? null : [Number(modules), Number(moduleSpeed)];
}

const countOf = (word: string) => WORDS[word.toLowerCase()] ?? Number(word);

/**
 * Theoretical bandwidth that the name of a machine without a record tells, GB/s (10⁹ bytes): channels × million
 * transfers a second × 8 bytes, `8-channel DDR5-4800`, `4x DDR4-2400`, bits of the bus ÷ 64, or the figure itself;
 * channels 「a socket」 times the sockets, those 「in total」 of one socket of several divided by them. Null where the name
 * tells none, or only that of memory whose speed it does not say.
 */
export function bandwidthInName(name: string): number | null {
  const [channels, speed] = transfers(name) ?? [];
  if (channels === undefined || speed === undefined) {
    const [, stated] = STATED.exec(name) ?? [];
    return stated === undefined ? null : Number(stated);
  }
  const each = /a socket|per socket|每路/i.test(name) ? Number(SOCKETS.exec(name)?.[1] ?? 1) : 1;
  const shared = /in total|共/i.test(name) ? Number(ONE_OF.exec(name)?.[1] ?? 1) : 1;
  return (channels * each * speed * BYTES_PER_TRANSFER) / 1000 / shared;
}
