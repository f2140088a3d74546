/** Channels as words in names of machines. */
const WORDS: Readonly<Record<string, number>> = { single: 1, dual: 2, quad: 4, octa: 8 };

const CHANNELS = /(\d+|single|dual|quad|octa)[- ]channel\s+(?:LP)?DDR\d\w*[- ](\d{4,5})/i;
const MODULES = /(\d+)\s?x\s?(?:\d+\s?GB\s)?(?:LP)?DDR\d\w*[- ](\d{4,5})/i;
const SOCKETS = /^(\d+)\s?x\s/;
const BYTES_PER_TRANSFER = 8;

/**
 * Theoretical bandwidth that the name of a machine without a record tells, GB/s (10⁹ bytes): channels × million
 * transfers a second × 8 bytes, `8-channel DDR5-4800`, `4x DDR4-2400`; channels 「a socket」 times the sockets. Null where
 * the name tells none, or only that of memory whose speed it does not say.
 */
export function bandwidthInName(name: string): number | null {
  const [, channels = '', transfers] = CHANNELS.exec(name) ?? MODULES.exec(name) ?? [];
  if (transfers === undefined) return null;
  const count = WORDS[channels.toLowerCase()] ?? Number(channels);
  const sockets = /a socket|per socket|每路/i.test(name) ? Number(SOCKETS.exec(name)?.[1] ?? 1) : 1;
  return (count * sockets * Number(transfers) * BYTES_PER_TRANSFER) / 1000;
}
