import { bandwidthInName } from '../bandwidth-in-name.ts';
import { machineClass } from '../machine-class.ts';
import { resolveRow } from '../measurements.ts';
import type { NameIndexes } from '../measurements.ts';
import { sizeInName } from '../model-size.ts';
import { baseInName, devicesInName, resolveName } from '../resolve.ts';
import type { Checkpoint } from '../../schema/architecture.ts';
import type { Hardware } from '../../schema/hardware.ts';
import type { SpeedMeasurement } from '../../schema/measurement.ts';
import type { Model } from '../../schema/model.ts';
import { SERVERS, speedEngine, splitOf } from './engines.ts';
import { bitsInName, precisionBits } from './precision-bits.ts';
import type { GgufBits } from './precision-bits.ts';
import { shapeOfCheckpoint, shapeOfModel, shapeOfSize } from './shapes.ts';
import type { MachineShape, ModelShape } from './shapes.ts';
import type { Workload } from './speed-model.ts';
import { teraOpsOf } from './tera-ops.ts';
import type { TeraOpsByClass } from './tera-ops.ts';
import { weightsFileBytes, weightsReadBytes } from './weights.ts';
import type { PrecisionBits } from './weights.ts';

/** What the names of a measured row are looked up in. */
export interface EstimateRecords {
  models: ReadonlyMap<string, Pick<Model, 'name' | 'parameters' | 'architecture'>>;
  architectures: ReadonlyMap<string, Pick<Checkpoint, 'name' | 'parameters' | 'architecture'>>;
  hardware: ReadonlyMap<string, Hardware>;
  indexes: NameIndexes;
  gguf: GgufBits;
  teraOps: TeraOpsByClass;
}

type NamesOfRow = Pick<
  SpeedMeasurement,
  'modelName' | 'machineName' | 'precisionName' | 'engine' | 'devices'
> &
  Partial<Pick<SpeedMeasurement, 'parametersB' | 'activeParametersB' | 'modelSizeGib'>>;

/** A measured row as the estimator sees it. */
export interface Subject {
  model: ModelShape;
  machine: MachineShape;
  /** Memory of one device, 10⁹ bytes; null where not known. */
  memoryGb: number | null;
  bits: PrecisionBits | null;
  work: Workload;
}

/** Why a row cannot be estimated, in Chinese. */
export interface NotCovered {
  reason: string;
}

/** A stated size that differs by less than this from the name's is the more exact one of the two. */
const NEAR = 0.2;

/** The model a row names; by its size where no record describes it, or why not even that tells it. */
export function modelOfRow(row: NamesOfRow, records: EstimateRecords): ModelShape | NotCovered {
  const recorded = recordedShape(row.modelName, records);
  if (recorded) return recorded;
  const named = sizeInName(row.modelName);
  const stated = row.parametersB ?? null;
  // A whole number is rounded, as the name's may be less so.
  const precise = stated !== null && !(named && Number.isInteger(stated));
  const near = named && stated !== null && Math.abs(stated / named.totalB - 1) < NEAR;
  const totalB = stated !== null && (!named || (precise && near)) ? stated : (named?.totalB ?? stated);
  if (totalB === null) return { reason: '模型没有记录，名字里也没有参数量' };
  const activeB = row.activeParametersB ?? named?.activeB ?? null;
  if (activeB === null && mayBeMixture(totalB, records)) return { reason: MAY_BE_MIXTURE };
  return shapeOfSize({ totalB, activeB: activeB !== null && activeB < totalB ? activeB : null });
}

const MAY_BE_MIXTURE = '模型没有记录，没有写是稠密还是混合专家，这个大小两种都有';
/** Whether models named by a size are mixtures at least as often as dense: read as dense, one would be several times too slow. */
function mayBeMixture(
  totalB: number,
  { models, architectures }: Pick<EstimateRecords, 'models' | 'architectures'>,
): boolean {
  const alike = <Entry extends { name: string }>(records: ReadonlyMap<string, Entry>) =>
    [...records.values()].filter(({ name }) => sizeInName(name)?.totalB === Math.round(totalB));
  const shapes = [...alike(models).map(shapeOfModel), ...alike(architectures).map(shapeOfCheckpoint)];
  const mixtures = shapes.filter(({ mixture }) => mixture !== null).length;
  return mixtures > 0 && mixtures * 2 >= shapes.length;
}

/** The shape of the model or checkpoint that carries a name; null where no record does. */
export function shapeOfName(
  name: string,
  { models, architectures, indexes }: Pick<EstimateRecords, 'models' | 'architectures' | 'indexes'>,
): ModelShape | null {
  const found = resolveName('model', name, indexes.architecture);
  return 'id' in found ? shapeOfId(found.id, { models, architectures }) : null;
}

/** The shape of the model that a name means, or of the base that a fine-tune names. */
export const recordedShape = (
  name: string,
  records: Pick<EstimateRecords, 'models' | 'architectures' | 'indexes'>,
): ModelShape | null => shapeOfName(name, records) ?? shapeOfBase(name, records);

/** The shape of the model that a fine-tune names as its base. */
function shapeOfBase(
  name: string,
  { indexes, ...records }: Pick<EstimateRecords, 'models' | 'architectures' | 'indexes'>,
): ModelShape | null {
  const id = baseInName(name, indexes.bases);
  return id === null ? null : shapeOfId(id, records);
}

function shapeOfId(
  id: string,
  { models, architectures }: Pick<EstimateRecords, 'models' | 'architectures'>,
): ModelShape | null {
  const model = models.get(id);
  if (model) return shapeOfModel(model);
  const checkpoint = architectures.get(id);
  return checkpoint ? shapeOfCheckpoint(checkpoint) : null;
}

/** A host with a card: its memory is not what the model runs in. */
const ON_CARD = /\b(rtx|gtx|rx|arc|radeon|geforce|nvidia)\b/i;
/** `ollama cpu`, `llama.cpp b9033 cpu`: the back end, after the version. */
const CPU_BACK_END = /\scpu$/i;
/** A row that says its work was done by the processor of the machine named, whatever graphics that has. */
const ON_CPU = /\[cpu|^cpu |cpu cores/i;

/** The machine a row names, or why nothing can be said of it. */
export function machineOfRow(
  row: Pick<NamesOfRow, 'machineName' | 'modelName' | 'precisionName' | 'engine'>,
  { hardware, indexes, teraOps }: EstimateRecords,
): (MachineShape & { memoryGb: number | null }) | NotCovered {
  const { hardware: id, precision } = resolveRow(row, indexes);
  const record = hardware.get(id ?? '');
  if (!record || id === null) return unrecorded(row.machineName, teraOps);
  if (record.kind === 'gpu' && onBoard(row.machineName)) return { reason: '显卡接在单板机上，主机会拖慢它' };
  const bandwidthGbPerSecond = cautiousBandwidth(record);
  if (bandwidthGbPerSecond === null) return { reason: '机器的内存带宽未公布' };
  const { name, kind, memory } = record;
  const onCpu = ON_CPU.test(row.machineName);
  if (CPU_BACK_END.test(row.engine) && kind === 'gpu')
    return { reason: '用 CPU 运行，主机内存的带宽没有写明' };
  const className = onCpu && kind !== 'cpu' ? 'cpu-desktop' : machineClass({ name, kind });
  return {
    id,
    class: className,
    bandwidthGbPerSecond,
    teraOps: teraOpsOf({ ...record, bandwidthGbPerSecond }, className, {
      byClass: teraOps,
      precision,
      server: SERVERS.includes(speedEngine(row.engine)),
    }),
    memoryGb: memory?.gb ?? null,
  };
}

/** `Pi 5 - 8GB (AMD RX 6700 XT)`: one PCIe lane and a slow processor that feeds the card. */
function onBoard(name: string): boolean {
  const host = /^([^(]+)\(/.exec(name)?.[1];
  return host !== undefined && machineClass({ name: host }) === 'cpu-board';
}

/** A machine without a record whose name tells its memory; of its class nothing more is known. */
function unrecorded(name: string, byClass: TeraOpsByClass): (MachineShape & { memoryGb: null }) | NotCovered {
  const bandwidthGbPerSecond = bandwidthInName(name);
  if (bandwidthGbPerSecond === null || ON_CARD.test(name)) return { reason: '机器没有记录' };
  const className = machineClass({ name });
  const teraOps = teraOpsOf({ bandwidthGbPerSecond }, className, { byClass, precision: null, server: false });
  return { id: null, class: className, bandwidthGbPerSecond, teraOps, memoryGb: null };
}

/** The published bandwidth; where sources or versions of the machine differ, the lowest, GB/s = 10⁹ bytes a second. */
export function cautiousBandwidth({
  bandwidth,
  conflicts = [],
}: Pick<Hardware, 'bandwidth' | 'conflicts'>): number | null {
  if (bandwidth) return bandwidth.gbPerSecond;
  const stated = conflicts.find(({ field }) => field === 'bandwidth')?.values.map(({ value }) => value) ?? [];
  return stated.length > 0 ? Math.min(...stated) : null;
}

/** Everything the estimator needs of a row, or why it cannot estimate it. */
export function subjectOfRow(row: NamesOfRow, records: EstimateRecords): Subject | NotCovered {
  const machine = machineOfRow(row, records);
  if ('reason' in machine) return machine;
  const model = modelOfRow(row, records);
  if ('reason' in model) return model;
  const bits = bitsOfRow(row, records);
  const sizeBytes = row.modelSizeGib === undefined ? null : row.modelSizeGib * 2 ** 30;
  if (!bits && sizeBytes === null) return { reason: '精度没有写明' };
  const { memoryGb, ...shape } = machine;
  const work = workload(model, shape, {
    bits,
    sizeBytes,
    engineName: row.engine,
    devices: devicesOfRow(row, machine),
  });
  return { model, machine: shape, memoryGb, bits, work };
}

/** Formats that the name of a model carries: `Qwen3-32B-FP8`, `Mistral-7B-AWQ`. */
const FORMAT_IN_NAME =
  /[-_.: ]((?:ud-)?i?q\d_[a-z0-9_]+|awq|gptq(?:[-_]int\d)?|nvfp4|mxfp[48]|fp8|w\da\d+|\d-?bit|bf16|fp16)(?![a-z0-9])/i;

/** Bits of the precision a row names, or where it names none, of the format in its model's name. */
function bitsOfRow(row: NamesOfRow, { indexes, gguf }: EstimateRecords): PrecisionBits | null {
  const of = (precisionName: string) => {
    const { precision } = resolveRow({ ...row, precisionName }, indexes);
    return (precision && precisionBits(precision, gguf)) || bitsInName(precisionName);
  };
  if (isOllamaDefault(row)) return of(/gpt-oss/i.test(row.modelName) ? 'MXFP4' : 'Q4_K_M');
  const stated =
    row.precisionName.trim() === '' ? FORMAT_IN_NAME.exec(row.modelName)?.[1] : row.precisionName;
  return stated === undefined ? null : of(stated);
}

/** Ollama's library serves Q4_K_M where a tag names nothing else; MLX and QAT tags hold other formats. */
const isOllamaDefault = ({ engine, precisionName, modelName }: NamesOfRow) =>
  /^ollama/i.test(engine) && /未注明|not stated/i.test(precisionName) && !/mlx|qat/i.test(modelName);

/** Devices of a row; where it counts one and the machine's name several of the card recorded, as many. */
function devicesOfRow({ devices, machineName }: NamesOfRow, { id }: MachineShape): number {
  const named = devicesInName(machineName);
  return devices === 1 && id !== null && !/^\d+x-/.test(id) ? Math.max(1, named) : devices;
}

/** The step that an engine takes for a model on a machine; the size of the file is used where it is known. */
export function workload(
  model: ModelShape,
  machine: MachineShape,
  {
    bits,
    sizeBytes,
    engineName,
    devices,
  }: { bits: PrecisionBits | null; sizeBytes: number | null; engineName: string; devices: number },
): Workload {
  const counted = bits && weightsFileBytes(model, bits).value;
  const weightsBytes = sizeBytes ?? counted ?? 0;
  const readBytes =
    bits && counted
      ? (weightsReadBytes(model, bits).value * weightsBytes) / counted
      : (weightsBytes * model.readParameters) / model.totalParameters;
  const engine = speedEngine(engineName);
  return {
    engine,
    class: machine.class,
    mixture: model.mixture !== null,
    bits: bits?.body ?? (weightsBytes * 8) / model.totalParameters,
    weightsBytes,
    readBytes,
    activeShare: model.mixture ? model.readParameters / model.totalParameters : 1,
    expertShare: expertShare(model),
    readParameters: model.readParameters,
    layers: model.layers,
    attentionOperations: attentionOperations(model),
    bandwidthGbPerSecond: machine.bandwidthGbPerSecond,
    teraOps: machine.teraOps,
    devices,
    split: splitOf(engine, engineName),
  };
}

function expertShare({ mixture, readParameters, totalParameters }: ModelShape): number {
  if (!mixture) return 1;
  const { experts, expertsPerToken } = mixture;
  return experts && expertsPerToken ? expertsPerToken / experts : readParameters / totalParameters;
}

/** Keys times query and weights times values: 2 multiplications and 2 additions a head, its width and full layer. */
function attentionOperations({ architecture }: ModelShape): number {
  if (!architecture) return 0;
  const { fullAttentionLayers, attentionHeads, headDim, kvLoraRank } = architecture;
  const width = headDim ?? kvLoraRank ?? 0;
  return 4 * (fullAttentionLayers ?? 0) * attentionHeads * width;
}
