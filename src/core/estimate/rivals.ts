import type { MachineClass } from '../machine-class.ts';
import type { SpeedObservation } from './observations.ts';
import type { SpeedEngine } from './engines.ts';

/** A published formula for the generation speed of one request, fed the sizes and bandwidths of our own. */
export interface Rival {
  name: string;
  /** What the formula says, for the reader. */
  formula: string;
  /** The file that was read. */
  url: string;
  tokensPerSecond: (observation: SpeedObservation) => number;
}

const bandwidth = ({ subject: { work } }: SpeedObservation) => work.bandwidthGbPerSecond * 1e9;

/** Efficiency that whichllm gives a format, by bits of a weight. */
function whichllmEfficiency(bits: number): number {
  if (bits >= 15) return 0.4;
  if (bits >= 7.9) return 0.45;
  if (bits >= 6.3) return 0.5;
  if (bits >= 5.2) return 0.52;
  if (bits >= 4.2) return 0.55;
  return bits >= 3.3 ? 0.5 : 0.45;
}

const VENDOR: readonly [RegExp, number][] = [
  [/^nvidia/, 1],
  [/^amd/, 0.78],
  [/^apple/, 0.82],
  [/^intel/, 0.65],
];
const OTHER_VENDOR = 0.7;
const vendorFactor = (name: MachineClass) =>
  VENDOR.find(([pattern]) => pattern.test(name))?.[1] ?? OTHER_VENDOR;

/** Share of the weights that whichllm has a mixture read: not below a floor that rises with the bandwidth. */
function whichllmShare({ subject: { work } }: SpeedObservation): number {
  if (!work.mixture) return 1;
  const floor = Math.min(0.25, 0.05 * Math.max(1, work.bandwidthGbPerSecond / 256));
  return Math.min(1, Math.max(work.activeShare, floor));
}

const GPU_POOR_FACTOR = (engine: SpeedEngine) => (engine === 'transformers' ? 2 : 1.5);

export const RIVALS: readonly Rival[] = [
  {
    name: '只按带宽',
    formula: '带宽 ÷ 每 token 读取的字节',
    url: 'https://github.com/KarimELMERNISSI/vram-calculator',
    tokensPerSecond: (one) => bandwidth(one) / one.subject.work.readBytes,
  },
  {
    name: 'llmfit',
    formula: '带宽 × 0.55 ÷ 每 token 读取的字节',
    url: 'https://github.com/AlexsJones/llmfit/blob/3f44fd30a43d2619146f7bc0aa66c90aa54d78e6/llmfit-core/src/fit.rs',
    tokensPerSecond: (one) => (bandwidth(one) * 0.55) / one.subject.work.readBytes,
  },
  {
    name: 'whichllm',
    formula: '带宽 ÷ (权重 × 读取比例) × 精度系数 × 厂商系数',
    url: 'https://github.com/Andyyyy64/whichllm/blob/a89755167b92c5c7d05ec5325b1a2e65eedfa7b5/src/whichllm/engine/performance.py',
    tokensPerSecond: (one) => {
      const { weightsBytes, bits, class: className } = one.subject.work;
      const share = whichllmShare(one);
      return (bandwidth(one) / (weightsBytes * share)) * whichllmEfficiency(bits) * vendorFactor(className);
    },
  },
  {
    name: 'gpu_poor',
    formula: '带宽 ÷ (全部权重 × 1.5，Transformers × 2)；多卡 × 卡数 ÷ 1.25',
    url: 'https://github.com/RahulSChand/gpu_poor/blob/ad2fc0ef0e6ceeb7684363504eecc3342a5e7dc4/src/App.js',
    tokensPerSecond: (one) => {
      const { weightsBytes, engine, devices } = one.subject.work;
      const several = devices > 1 ? devices / 1.25 : 1;
      return (bandwidth(one) / (weightsBytes * GPU_POOR_FACTOR(engine))) * several;
    },
  },
];
