import type { ClaimMeaning } from '../schema/claim.ts';
import {
  bytesReadPerToken,
  decodeCeilingTokensPerSecond,
  generationFloorSeconds,
  grouped,
  weightsBytes,
} from './bounds.ts';
import type { ModelFacts } from './bounds.ts';

export interface ClaimFacts {
  means: ClaimMeaning;
  model: ModelFacts | null;
  /** Nominal bits of the precision the claim states; null where it states none. */
  precisionBits: number | null;
  /** Peak memory bandwidth of the machine the claim states (10⁹ bytes a second); null where it states none. */
  bandwidthGbPerSecond: number | null;
}

export interface Judgement {
  verdict: 'impossible' | 'possible';
  /** The least memory, the highest speed or the shortest time that physics allows. */
  bound: { value: number; unit: 'GB' | 'tok/s' | 's' };
  /** The sum in Chinese with its numbers filled in, ending in the comparison with the claim. */
  arithmetic: string;
}

/** One decimal from 10 upwards, two below; more where fewer would print the bound as the claim it differs from. */
function shown(value: number, claimed: number): string {
  for (let digits = value >= 10 ? 1 : 2; digits < 10; digits += 1) {
    const text = value.toFixed(digits);
    if (Number(text) !== claimed) return text;
  }
  return String(value);
}

/**
 * Holds a claimed figure against the bound that arithmetic sets, taking the claim at its most favourable end: memory at
 * its highest value, speed at its lowest, duration at its longest; the total of several requests at its most favourable
 * too, as if they shared every reading. Null where no bound applies: another unit, or a
 * precision, machine, model or number of tokens that is not known.
 */
export function judgeClaim({
  means,
  model,
  precisionBits,
  bandwidthGbPerSecond,
}: ClaimFacts): Judgement | null {
  if (!model || precisionBits === null) return null;
  const highest = means.high ?? means.low;
  const { users = 1 } = means;

  if (means.unit === 'GB') {
    const gb = weightsBytes({ parameters: model.totalParameters, bits: precisionBits }).value / 1e9;
    const impossible = highest < gb;
    const sum = `${grouped(model.totalParameters)} 个参数 × ${precisionBits} 位 ÷ 8`;
    return {
      verdict: impossible ? 'impossible' : 'possible',
      bound: { value: gb, unit: 'GB' },
      arithmetic: `${sum} = ${shown(gb, highest)} GB，${impossible ? '比' : '不超过'} ${highest} GB${impossible ? ' 大' : ''}`,
    };
  }

  if (bandwidthGbPerSecond === null) return null;
  const read = bytesReadPerToken({ ...model, bits: precisionBits });
  const readGb = (read.value / 1e9).toFixed(2);
  // Requests that share each reading of the weights together reach at most as many times the speed of one.
  const ceiling =
    decodeCeilingTokensPerSecond({ bandwidthGbPerSecond, bytesPerToken: read.value }).value * users;
  const reading = `每个 token 至少读 ${read.formula} = ${readGb} GB`;

  if (means.unit === 'tok/s') {
    const impossible = means.low > ceiling;
    const shared = users > 1 ? ` × ${users} 个请求` : '';
    const sum = `${bandwidthGbPerSecond} GB/s ÷ ${readGb} GB${shared} = ${shown(ceiling, means.low)} tok/s`;
    return {
      verdict: impossible ? 'impossible' : 'possible',
      bound: { value: ceiling, unit: 'tok/s' },
      arithmetic: `${reading}；${sum}，${impossible ? '比' : '不低于'} ${means.low} tok/s${impossible ? ' 低' : ''}`,
    };
  }

  if (means.unit === 's' && users === 1 && means.tokens !== undefined) {
    const floor = generationFloorSeconds({ tokens: means.tokens, ceilingTokensPerSecond: ceiling }).value;
    const impossible = highest < floor;
    const sum = `${grouped(means.tokens)} 个 token × ${readGb} GB ÷ ${bandwidthGbPerSecond} GB/s = ${shown(floor, highest)} 秒`;
    return {
      verdict: impossible ? 'impossible' : 'possible',
      bound: { value: floor, unit: 's' },
      arithmetic: `${reading}；${sum}，${impossible ? '比' : '不超过'} ${highest} 秒${impossible ? '长' : ''}`,
    };
  }
  return null;
}
