import type { MachineClass } from '../machine-class.ts';
import type { Hardware } from '../../schema/hardware.ts';

/**
 * Operations a second for each byte a second of memory bandwidth, typical of a class: the median over its machines that
 * publish both. For machines that do not say how fast they calculate.
 */
export type TeraOpsByClass = Readonly<Partial<Record<MachineClass, number>>>;

/** Where nothing of a class is published. */
const ANY_CLASS = 0.05;

/** What a machine publishes of its dense 16-bit operations, 10¹² a second: matrix units first, else shaders. */
export function publishedTeraOps({ compute = [] }: Pick<Hardware, 'compute'>): number | null {
  const of = (...kinds: string[]) =>
    compute.filter(({ kind }) => kinds.includes(kind)).map(({ teraOps }) => teraOps);
  const [matrix] = of('bf16-tensor', 'fp16-tensor');
  // Pascal halves precision at 1/64 of the speed and then calculates in 32 bits.
  return matrix ?? of('fp16-shader', 'fp32').toSorted((a, b) => b - a)[0] ?? null;
}

/**
 * Share of what narrow units promise above the wide ones that servers reach over a whole step; the measured throughputs
 * of FP8 and FP4 models fit best with it.
 */
const NARROW_GAIN = 0.3;

/** Operations a second of a server's step whose weights are multiplied in narrow units, 10¹². */
export function narrowedTeraOps(wide: number, narrow: number | undefined): number {
  return wide + Math.max(0, (narrow ?? 0) - wide) * NARROW_GAIN;
}

/** Precisions that a server multiplies in, where the machine can: 8-bit and 4-bit units are two and four times as fast. */
const NARROW: Readonly<Record<string, readonly string[]>> = {
  fp8: ['fp8'],
  mxfp8: ['fp8'],
  'w8a8-int8': ['int8'],
  nvfp4: ['fp4', 'fp8'],
  mxfp4: ['fp4', 'fp8'],
};

/**
 * Operations a second for a model at a precision, 10¹²: published ones of that width where a server uses them, else of
 * 16 bits, else those typical of the class for the bandwidth.
 */
export function teraOpsOf(
  machine: Pick<Hardware, 'compute'> & { bandwidthGbPerSecond: number },
  className: MachineClass,
  { byClass, precision, server }: { byClass: TeraOpsByClass; precision: string | null; server: boolean },
): number {
  const typical = machine.bandwidthGbPerSecond * (byClass[className] ?? ANY_CLASS);
  const wide = publishedTeraOps(machine) ?? typical;
  const kinds = (server && precision && NARROW[precision]) || [];
  const narrow = kinds.flatMap((kind) => machine.compute?.find((one) => one.kind === kind)?.teraOps ?? [])[0];
  return narrowedTeraOps(wide, narrow);
}

/** The typical figure of each class, from all machines that publish bandwidth and operations. */
export function teraOpsByClass(
  machines: Iterable<
    Pick<Hardware, 'compute'> & { class: MachineClass; bandwidthGbPerSecond: number | null }
  >,
): TeraOpsByClass {
  const ratios = new Map<MachineClass, number[]>();
  for (const machine of machines) {
    const teraOps = publishedTeraOps(machine);
    if (teraOps === null || machine.bandwidthGbPerSecond === null) continue;
    const list = ratios.get(machine.class) ?? [];
    ratios.set(machine.class, [...list, teraOps / machine.bandwidthGbPerSecond]);
  }
  return Object.fromEntries(
    [...ratios].map(([name, list]) => [name, list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]]),
  );
}
