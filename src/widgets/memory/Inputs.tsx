import { memo, useMemo } from 'react';
import type { CachePrecision } from '../../core/estimate/cache.ts';
import { SPEED_ENGINES } from '../../core/estimate/engines.ts';
import type { SpeedEngine } from '../../core/estimate/engines.ts';
import type { EstimatorModel } from '../../core/estimate/estimate.ts';
import type { EstimatorView } from '../../core/estimate/estimator-view.ts';
import { weightsOf } from '../../core/estimate/suggest.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { NumberField, SelectField } from '../../ui/Field.tsx';
import { formatNumber, formatSignificant } from '../../ui/format.ts';
import { MachineInputs } from './MachineInputs.tsx';
import type { Impossible, Scenario } from './scenario.ts';
import { LIMITS } from './url.ts';
import type { MemoryState } from './url.ts';
import { contextWords, FAMILIES } from './words.ts';

export type OnChange = (change: Partial<MemoryState>, step?: boolean) => void;

interface InputProps {
  state: MemoryState;
  view: EstimatorView;
  scenario: Scenario | Impossible;
  onChange: OnChange;
}

const CONTEXTS = [4096, 8192, 16_384, 32_768, 65_536, 131_072];

/**
 * The question: model and precision, how long and for how many, the machine, the engine. Each part gets only what it
 * shows, so that those that a change leaves as they are cost nothing.
 */
export function Inputs({ state, view, scenario, onChange }: InputProps) {
  const { hw, mem, bw, tflops, kind, n } = state;
  const query = 'query' in scenario ? scenario.query : null;
  return (
    <form className="panel memory-inputs" aria-label="输入" onSubmit={(event) => event.preventDefault()}>
      <ModelInputs m={state.m} prec={state.prec} view={view} onChange={onChange} />
      <MachineInputs
        {...{ hw, mem, bw, tflops, kind, n }}
        labelGb={query?.machine.memory.labelGb ?? null}
        view={view}
        onChange={onChange}
      />
      <ContextInput
        ctx={state.ctx}
        model={view.models.find(({ id }) => id === state.m)}
        onChange={onChange}
      />
      <UsersInput users={state.users} onChange={onChange} />
      {'query' in scenario && (
        <EngineInputs
          asked={state.engine}
          engine={scenario.query.engine}
          engines={scenario.engines}
          caches={scenario.caches}
          keyPrecision={scenario.query.keyPrecision}
          valuePrecision={scenario.query.valuePrecision}
          precisionName={scenario.query.precision.name}
          onChange={onChange}
        />
      )}
    </form>
  );
}

const ModelInputs = memo(function ModelInputs({
  m,
  prec,
  view,
  onChange,
}: Pick<MemoryState, 'm' | 'prec'> & Pick<InputProps, 'view' | 'onChange'>) {
  const models = useMemo(
    () =>
      view.models.map(({ id, name, shape }) => ({
        value: id,
        label: name,
        detail: `${formatSignificant(shape.totalParameters / 1e9)}B`,
      })),
    [view],
  );
  const precisions = useMemo(() => precisionOptions(view, m), [view, m]);
  const fileBytes = view.models.find(({ id }) => id === m)?.fileBytes[prec];
  return (
    <>
      <Combobox label="模型" value={m} options={models} onChange={(m) => onChange({ m })} />
      <SelectField
        label="精度"
        value={prec}
        options={precisions}
        help={
          fileBytes === undefined
            ? '没有公开的文件大小：权重按每种张量的位数算'
            : `权重用公开的文件大小：${formatNumber(fileBytes / 1e9, 2)} GB（10⁹ 字节）`
        }
        onChange={(prec) => onChange({ prec })}
      />
    </>
  );
});

const ContextInput = memo(function ContextInput({
  ctx,
  model,
  onChange,
}: Pick<MemoryState, 'ctx'> & { model: EstimatorModel | undefined; onChange: OnChange }) {
  const contexts = model
    ? [...new Set([...CONTEXTS, model.contextNative, model.contextLongest])]
        .filter((tokens) => tokens <= model.contextLongest)
        .sort((a, b) => a - b)
    : CONTEXTS;
  return (
    <div className="memory-context">
      <NumberField
        label="上下文长度（每个请求）"
        unit="token"
        whole
        value={ctx}
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
            aria-pressed={tokens === ctx}
            onClick={() => onChange({ ctx: tokens })}
          >
            {contextWords(tokens)}
          </button>
        ))}
      </div>
    </div>
  );
});

const UsersInput = memo(function UsersInput({
  users,
  onChange,
}: Pick<MemoryState, 'users'> & { onChange: OnChange }) {
  return (
    <NumberField
      label="同时使用的人数"
      unit="人"
      whole
      value={users}
      {...LIMITS.users}
      onChange={(users) => users !== null && onChange({ users })}
    />
  );
});

interface EngineProps {
  /** Null where the link names none. */
  asked: SpeedEngine | null;
  engine: SpeedEngine;
  engines: readonly SpeedEngine[];
  caches: readonly CachePrecision[];
  keyPrecision: CachePrecision;
  valuePrecision: CachePrecision;
  precisionName: string;
  onChange: OnChange;
}

const EngineInputs = memo(function EngineInputs(props: EngineProps) {
  const { asked, engine, engines, caches, keyPrecision, valuePrecision, precisionName, onChange } = props;
  const cacheOptions = caches.map((value) => ({
    value,
    label: value === 'f16' ? 'FP16' : value.toUpperCase(),
  }));
  const cache = (kv: [CachePrecision, CachePrecision]) => onChange({ kv });
  const apart = engine === 'llama.cpp';
  return (
    <>
      <SelectField<SpeedEngine>
        label="引擎"
        value={engine}
        options={engines.map((value) => ({ value, label: SPEED_ENGINES[value] }))}
        help={`列出的是在这台机器上能读 ${precisionName} 的引擎${asked === null ? '；现在是默认的' : ''}`}
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
}, sayTheSame);

/** Lists count by their members: a scenario makes them anew. */
function sayTheSame(before: EngineProps, now: EngineProps): boolean {
  return (Object.keys(now) as (keyof EngineProps)[]).every((key) => {
    const [was, is] = [before[key], now[key]];
    return was === is || (Array.isArray(was) && String(was) === String(is));
  });
}

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
