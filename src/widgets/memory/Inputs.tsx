import { useMemo } from 'react';
import type { CachePrecision } from '../../core/estimate/cache.ts';
import { SPEED_ENGINES } from '../../core/estimate/engines.ts';
import type { SpeedEngine } from '../../core/estimate/engines.ts';
import type { EstimatorView } from '../../core/estimate/estimator-view.ts';
import { OWN_CLASS } from '../../core/estimate/open-machine.ts';
import { weightsOf } from '../../core/estimate/suggest.ts';
import { MACHINE_CLASSES } from '../../core/machine-class.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { NumberField, SelectField } from '../../ui/Field.tsx';
import { formatNumber, formatSignificant } from '../../ui/format.ts';
import { MachineInputs } from './MachineInputs.tsx';
import type { Impossible, Scenario } from './scenario.ts';
import { LIMITS } from './url.ts';
import type { MemoryState } from './url.ts';
import { contextWords, FAMILIES } from './words.ts';

export interface InputProps {
  state: MemoryState;
  view: EstimatorView;
  scenario: Scenario | Impossible;
  onChange(change: Partial<MemoryState>, step?: boolean): void;
}

const CONTEXTS = [4096, 8192, 16_384, 32_768, 65_536, 131_072];

/** The question: model and precision, how long and for how many, the machine, the engine. */
export function Inputs({ state, view, scenario, onChange }: InputProps) {
  const model = view.models.find(({ id }) => id === state.m);
  const models = useMemo(
    () =>
      view.models.map(({ id, name, shape }) => ({
        value: id,
        label: name,
        detail: `${formatSignificant(shape.totalParameters / 1e9)}B`,
      })),
    [view],
  );
  const precisions = useMemo(() => precisionOptions(view, state.m), [view, state.m]);
  const contexts = model
    ? [...new Set([...CONTEXTS, model.contextNative, model.contextLongest])]
        .filter((tokens) => tokens <= model.contextLongest)
        .sort((a, b) => a - b)
    : CONTEXTS;
  const fileBytes = model?.fileBytes[state.prec];

  return (
    <form className="panel memory-inputs" aria-label="输入" onSubmit={(event) => event.preventDefault()}>
      <Combobox label="模型" value={state.m} options={models} onChange={(m) => onChange({ m })} />
      <SelectField
        label="精度"
        value={state.prec}
        options={precisions}
        help={
          fileBytes === undefined
            ? '没有公开的文件大小：权重按每种张量的位数算'
            : `权重用公开的文件大小：${formatNumber(fileBytes / 1e9, 2)} GB（10⁹ 字节）`
        }
        onChange={(prec) => onChange({ prec })}
      />
      <MachineInputs state={state} view={view} scenario={scenario} onChange={onChange} />
      <div className="memory-context">
        <NumberField
          label="上下文长度（每个请求）"
          unit="token"
          whole
          value={state.ctx}
          {...LIMITS.ctx}
          help={
            model &&
            `提示和回答合计。原生 ${contextWords(model.contextNative)}${
              model.contextLongest > model.contextNative ? `，扩展 ${contextWords(model.contextLongest)}` : ''
            }`
          }
          onChange={(ctx) => ctx !== null && onChange({ ctx })}
        />
        <div className="chips" role="group" aria-label="常用的上下文长度">
          {contexts.map((tokens) => (
            <button
              key={tokens}
              type="button"
              className="chip"
              aria-pressed={tokens === state.ctx}
              onClick={() => onChange({ ctx: tokens })}
            >
              {contextWords(tokens)}
            </button>
          ))}
        </div>
      </div>
      <NumberField
        label="同时使用的人数"
        unit="人"
        whole
        value={state.users}
        {...LIMITS.users}
        onChange={(users) => users !== null && onChange({ users })}
      />
      {'query' in scenario && <EngineInputs state={state} scenario={scenario} onChange={onChange} />}
    </form>
  );
}

function EngineInputs({
  state,
  scenario,
  onChange,
}: {
  state: MemoryState;
  scenario: Scenario;
  onChange: InputProps['onChange'];
}) {
  const { query, engines, caches } = scenario;
  const { keyPrecision, valuePrecision } = query;
  const cacheOptions = caches.map((value) => ({
    value,
    label: value === 'f16' ? 'FP16' : value.toUpperCase(),
  }));
  const cache = (kv: [CachePrecision, CachePrecision]) => onChange({ kv });
  const apart = query.engine === 'llama.cpp';
  return (
    <>
      <SelectField<SpeedEngine>
        label="引擎"
        value={query.engine}
        options={engines.map((value) => ({ value, label: SPEED_ENGINES[value] }))}
        help={`列出的是在这台机器上能读 ${query.precision.name} 的引擎${state.engine === null ? '；现在是默认的' : ''}`}
        onChange={(engine) => onChange({ engine: engine === engines[0] ? null : engine })}
      />
      <div className={apart ? 'memory-pair' : undefined}>
        <SelectField<CachePrecision>
          label={apart ? 'KV 缓存：K' : 'KV 缓存精度'}
          value={keyPrecision}
          options={cacheOptions}
          // V follows K as long as the two have not been told apart.
          onChange={(key) => cache([key, keyPrecision === valuePrecision ? key : valuePrecision])}
        />
        {apart && (
          <SelectField<CachePrecision>
            label="KV 缓存：V"
            value={valuePrecision}
            options={cacheOptions}
            onChange={(value) => cache([keyPrecision, value])}
          />
        )}
      </div>
    </>
  );
}

export const classHelp = (kind: MemoryState['kind']) =>
  `速度按「${MACHINE_CLASSES[OWN_CLASS[kind]]}」这一类估算`;

/** Grouped by family, each from many bits to few, with the size of the file where one is published. */
function precisionOptions(view: EstimatorView, modelId: string) {
  const model = view.models.find(({ id }) => id === modelId);
  return Object.entries(FAMILIES).flatMap(([family, group]) =>
    view.precisions
      .filter((one) => one.family === family)
      .toSorted((a, b) => b.bits.body - a.bits.body)
      .map((precision) => {
        const file = model?.fileBytes[precision.id];
        const size = model && formatSignificant(weightsOf({ model }, precision) / 1e9);
        return {
          value: precision.id,
          label: `${precision.name}${size ? ` · ${file === undefined ? '约' : '文件'} ${size} GB` : ''}`,
          group,
        };
      }),
  );
}
