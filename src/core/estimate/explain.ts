import { grouped } from '../bounds.ts';
import type { Part, Quantity } from '../bounds.ts';
import { appliedConstants } from './constants.ts';
import type { SpeedQuantity } from './observations.ts';
import type { SpeedInput } from './speed.ts';
import { prefillChunk, prefillSeconds, readEfficiency, stepSeconds, touchedBytes } from './speed-model.ts';
import type { SpeedConstants, StepSeconds, Workload } from './speed-model.ts';

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`;
const rounded = (value: number) => Number(value.toPrecision(3));

function applied(input: SpeedInput, quantity: SpeedQuantity) {
  const { work, machine, fitted } = input;
  return appliedConstants(fitted, { engine: work.engine, class: work.class, machine, quantity });
}

/** `1008 GB/s × 2 × 0.81`. */
function bandwidth({ bandwidthGbPerSecond, devices, split }: Workload, share: number): string {
  const cards = split === 'tensor' && devices > 1 ? ` × ${devices} 张` : '';
  return `(${bandwidthGbPerSecond} GB/s${cards} × ${rounded(share)})`;
}

/** Where the seconds of one step go, for one request or several; the parts add up to the value. */
export function stepTerms(input: SpeedInput & { requests: number }): Quantity {
  const { work, cacheBytes, requests } = input;
  const { constants, factor } = applied(input, requests > 1 ? 'throughput' : 'decode');
  const step = stepSeconds(work, constants, { requests, cacheBytes });
  return machineFactor(partsOfStep(step, work, constants, { requests, cacheBytes }), factor);
}

function partsOfStep(
  step: StepSeconds,
  work: Workload,
  constants: SpeedConstants,
  { requests, cacheBytes }: { requests: number; cacheBytes: number },
): Part[] {
  const { layers, mixture, split, devices } = work;
  const fixed = mixture ? constants.mixtureLayerMicroseconds : constants.layerMicroseconds;
  const many = requests > 1;
  const read = touchedBytes(work, requests);
  const together = many && split === 'tensor' && devices > 1 ? constants.batchTensor : 1;
  const share = readEfficiency(work, constants, read / work.weightsBytes) * together;
  return [
    part('读权重', step.weights, `${gigabytes(read)} ÷ ${bandwidth(work, share)}`),
    part(
      '解包比读更慢的部分',
      step.unpacking,
      `${grouped(Math.round((read * 8) / work.bits))} 个权重 × ${rounded(constants.unpack)} 次运算 ÷ ${rounded(work.teraOps)} TFLOPS，与读权重同时进行`,
    ),
    part(
      '读 KV 缓存',
      step.cache,
      `${many ? `${requests} 个请求 × ` : ''}${gigabytes(cacheBytes)} ÷ ${bandwidth(work, constants.cache * together)}`,
    ),
    part('每层的固定时间', step.layers, `${layers} 层 × ${rounded(fixed)} µs`),
    part(
      split === 'tensor' ? '张量并行的汇总' : '卡间交接',
      step.devices,
      split === 'tensor'
        ? `${layers} 层 × ${rounded(constants.reduceMicroseconds)} µs`
        : `${devices - 1} 次 × ${rounded(constants.handoverMicroseconds)} µs`,
    ),
    part(
      '请求的计算',
      step.requests,
      `${requests} 个请求的乘加 ÷ 算力，每个另加 ${rounded(constants.requestMicroseconds)} µs${mixture ? `；分给专家 ${layers} 层 × ${rounded(constants.batchMixture)} µs` : ''}`,
    ),
  ].filter(({ value }) => value > 0);
}

/** Where the seconds of prefilling a prompt go; the parts add up to the value. */
export function prefillTerms(input: SpeedInput & { promptTokens: number }): Quantity {
  const { work, promptTokens } = input;
  const { constants, factor } = applied(input, 'prefill');
  const { teraOps, devices, split, readParameters, mixture } = work;
  const parallel = split === 'tensor' ? devices : 1;
  const total = prefillSeconds(work, constants, { promptTokens });
  const chunk = prefillChunk(work.engine);
  const share = constants.prefill * (mixture ? constants.prefillMixture : 1);
  const peak = `(${rounded(teraOps)} TFLOPS${parallel > 1 ? ` × ${parallel} 张` : ''}`;
  // The same formula without attention, and with neither attention nor arithmetic.
  const without = prefillSeconds({ ...work, attentionOperations: 0 }, constants, { promptTokens });
  const reading = prefillSeconds({ ...work, attentionOperations: 0, readParameters: 0 }, constants, {
    promptTokens,
  });
  return machineFactor(
    [
      part(
        '矩阵乘法',
        without - reading,
        multiplication(readParameters, promptTokens, `${peak} × ${rounded(share)})`),
      ),
      part('注意力', total - without, `前面每个 token 的乘加 ÷ ${peak} × ${rounded(constants.attention)})`),
      part(
        `每 ${grouped(chunk)} 个 token 读一遍权重，及各层的固定时间`,
        reading,
        `${grouped(Math.max(1, promptTokens / chunk))} 段`,
      ),
    ].filter(({ value }) => value > 0),
    factor,
  );
}

const multiplication = (parameters: number, tokens: number, peak: string) =>
  `2 × ${grouped(Math.round(parameters))} × ${grouped(tokens)} ÷ ${peak}`;

function part(label: string, value: number, formula: string): Part {
  return { label, value, unit: '秒', formula };
}

/** A machine measured under the engine carries a factor of its own on all terms. */
function machineFactor(parts: Part[], factor: number): Quantity {
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const all =
    factor === 1
      ? parts
      : [...parts, part('这台机器与同类相比', sum * (factor - 1), `以上合计 × (${rounded(factor)} − 1)`)];
  return {
    value: sum * factor,
    unit: '秒',
    formula: all.map(({ label }) => label).join(' + '),
    parts: all,
  };
}
