import { load, need } from './load.ts';

/** The machine the guide sets against the APIs, and a price charged in yuan. */
const MACHINE = 'guide-server-128gb';
const PRICE = 'deepseek-flash';

/** What the calculator starts from where the link says nothing: price of the machine in yuan, id of a price, yuan a dollar. */
export async function costDefaults(): Promise<{ hw: number; api: string; fx: number }> {
  const [hardware, rates] = await Promise.all([load('hardware'), load('rates')]);
  const hw = need(hardware, MACHINE, 'hardware').prices?.find(({ kind }) => kind === 'claim')?.amount;
  if (hw === undefined) throw new Error(`content/data/hardware/${MACHINE}.yaml 没有 kind: claim 的价格`);
  return { hw, api: PRICE, fx: need(rates, 'usd-cny', 'rates').value };
}
