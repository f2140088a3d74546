import { memo, useMemo } from 'react';
import { brandNames } from '../../core/brand-names.ts';
import type { EstimatorView } from '../../core/estimate/estimator-view.ts';
import { OWN_CLASS, type OpenMachine } from '../../core/estimate/open-machine.ts';
import { MACHINE_CLASSES } from '../../core/machine-class.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { NumberField, SelectField } from '../../ui/Field.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import type { OnChange } from './Inputs.tsx';
import { isHost } from './scenario.ts';
import { DEFAULTS, LIMITS, OWN, OWN_KINDS } from './url.ts';
import type { MemoryState } from './url.ts';
import { KINDS } from './words.ts';

type Asked = Pick<MemoryState, 'hw' | 'mem' | 'bw' | 'tflops' | 'kind' | 'n'>;

interface Props extends Asked {
  /** Memory of one device that the answer was reckoned with; null where there is none. */
  labelGb: number | null;
  view: EstimatorView;
  onChange: OnChange;
}

/** Which machine, how many, and what the record leaves open; or what the reader's own one has. */
export const MachineInputs = memo(function MachineInputs({ labelGb, view, onChange, ...state }: Props) {
  const machines = useMemo(
    () => [
      { value: OWN, label: '自己的机器', detail: '填内存和带宽', words: 'own' },
      ...view.machines.map(machineOption),
    ],
    [view],
  );
  const record = view.machines.find(({ id }) => id === state.hw) ?? null;
  const kind = record ? record.memoryKind : state.kind;
  return (
    <>
      <Combobox
        label="机器"
        value={state.hw}
        options={machines}
        onChange={(hw) => onChange({ hw, mem: null })}
      />
      {record ? (
        <RecordMemory record={record} state={state} labelGb={labelGb} onChange={onChange} />
      ) : (
        <Own state={state} onChange={onChange} />
      )}
      {kind === 'gpu' && (
        <NumberField
          label="几张"
          unit="张"
          whole
          value={state.n}
          {...LIMITS.n}
          onChange={(n) => n !== null && onChange({ n })}
        />
      )}
    </>
  );
});

/** The memory where a machine comes with several, or its record states none. */
function RecordMemory({
  record,
  state,
  labelGb,
  onChange,
}: Pick<Props, 'labelGb' | 'onChange'> & { record: OpenMachine; state: Asked }) {
  const { optionsGb } = record;
  if (optionsGb.length === 1) return null;
  if (optionsGb.length === 0) {
    return (
      <NumberField
        label="内存"
        unit="GB（标称）"
        help="装了多少，照包装上写的填；内存条和显存标的 1 GB 是 1 GiB（2³⁰ 字节）"
        value={state.mem ?? labelGb}
        {...LIMITS.mem}
        onChange={(mem) => onChange({ mem })}
      />
    );
  }
  return (
    <SelectField
      label="内存"
      value={String(state.mem ?? optionsGb.at(-1))}
      options={optionsGb.map((gb) => ({ value: String(gb), label: `${gb} GB（标称）` }))}
      onChange={(gb) => onChange({ mem: Number(gb) === optionsGb.at(-1) ? null : Number(gb) })}
    />
  );
}

function Own({ state, onChange }: { state: Asked; onChange: OnChange }) {
  return (
    <>
      <div className="memory-kind">
        <Segmented
          legend="内存属于"
          value={state.kind}
          options={OWN_KINDS.map((value) => ({ value, label: KINDS[value] }))}
          onChange={(kind) => onChange({ kind })}
        />
        <p className="field-help">速度按「{MACHINE_CLASSES[OWN_CLASS[state.kind]]}」这一类估算</p>
      </div>
      <NumberField
        label="内存"
        unit="GB（标称）"
        help="照包装上写的填；内存条和显存标的 1 GB 是 1 GiB（2³⁰ 字节）"
        value={state.mem ?? DEFAULTS.ownMemoryGb}
        {...LIMITS.mem}
        onChange={(mem) => mem !== null && onChange({ mem })}
      />
      <NumberField
        label="内存带宽（理论峰值）"
        unit="GB/s"
        help="10⁹ 字节每秒。内存条：通道数 × MT/s × 8 ÷ 1000"
        value={state.bw}
        {...LIMITS.bw}
        onChange={(bw) => bw !== null && onChange({ bw })}
      />
      <NumberField
        label="算力（16 位，稠密）"
        unit="TFLOPS"
        optional
        placeholder="不知道就空着"
        help="空着时按同类机器的典型值"
        value={state.tflops}
        {...LIMITS.tflops}
        onChange={(tflops) => onChange({ tflops })}
      />
    </>
  );
}

/** Main memory for the layers that the card cannot hold. */
export const HostInput = memo(function HostInput({
  host,
  view,
  onChange,
}: Pick<MemoryState, 'host'> & Pick<Props, 'view' | 'onChange'>) {
  const hosts = useMemo(() => view.machines.filter(isHost).map(machineOption), [view]);
  return <Combobox label="主机内存" value={host} options={hosts} onChange={(host) => onChange({ host })} />;
});

function machineOption({ id, name, optionsGb, bandwidthGbPerSecond }: OpenMachine) {
  const [least, most] = [optionsGb[0], optionsGb.at(-1)];
  const size = least === undefined ? '' : `${least === most ? '' : `${least}–`}${most} GB，`;
  const detail = `${size}${formatNumber(bandwidthGbPerSecond, 1)} GB/s`;
  return { value: id, label: name, detail, words: brandNames(name) };
}
