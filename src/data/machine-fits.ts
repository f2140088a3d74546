import { bestPrecision, usualEngine } from '../core/estimate/best-precision.ts';
import { usableBytes } from '../core/estimate/fit.ts';
import type { CellView } from './cells.ts';
import { ASKED, ladders, speedsOf, tableMachine } from './estimates.ts';
import { estimator } from './estimator.ts';
import { rangeText } from '../core/range-text.ts';
import { basisText, gibText, memoryPath, verdictCell } from './fit-words.ts';
import { machineName } from './model-speeds.ts';

/** As many as a page holds; the rest is one link away. */
const SHOWN = 20;

type Href = (path: string) => string;

/** The largest models that fit a machine, each at the best precision that does; null where nothing can be said of it. */
export async function machineFits(id: string, href: Href) {
  const { precisions } = await estimator();
  const found = await tableMachine(id);
  if (!found) return null;
  const { machine, assumedGb: mem } = found;
  const engine = usualEngine(machine.class);
  const usable = usableBytes(machine.memory, engine, ASKED.devices);
  const all = [...(await ladders())[engine].values()].flatMap(({ model, steps }) => {
    const best = bestPrecision(steps, usable.value);
    return best && best.verdict !== 'no' ? [{ model, ...best }] : [];
  });
  const rows = [];
  let basis = '';
  for (const { model, precision, neededBytes, verdict } of all.slice(0, SHOWN)) {
    const { decode, firstToken } = await speedsOf(model, precision, machine, engine);
    basis = basisText(decode);
    const link = { m: model.id, prec: precision, ctx: ASKED.contextTokens, hw: id, mem, engine };
    rows.push({
      id: model.id,
      name: model.name,
      href: href(`/models/${model.id}/`),
      cells: {
        params: { text: (model.shape.totalParameters / 1e9).toFixed(1) },
        precision: { text: precisions.get(precision)?.name ?? precision },
        verdict: verdictCell(verdict),
        needed: { text: gibText(neededBytes), href: href(memoryPath(link)) },
        left: { text: gibText(usable.value - neededBytes) },
        decode: { text: rangeText(decode) },
        first: { text: rangeText(firstToken) },
      } satisfies Record<string, CellView | null>,
      sortKeys: { needed: neededBytes },
    });
  }
  return {
    name: machineName(machine),
    assumedGb: mem,
    engine,
    usable: `${usable.formula} = ${gibText(usable.value)} GiB`,
    basis,
    total: all.length,
    all: href(memoryPath({ view: 'models', hw: id, mem, ctx: ASKED.contextTokens })),
    rows,
  };
}
