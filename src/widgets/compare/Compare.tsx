import { NuqsAdapter } from 'nuqs/adapters/react';
import { useMemo } from 'react';
import { compareCsv, compareGroups, onlyDifferences } from '../../core/compare/compare-groups.ts';
import type { CompareGroup } from '../../core/compare/compare-model.ts';
import { estimateRows } from '../../core/compare/estimate-rows.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { NumberField } from '../../ui/Field.tsx';
import { EmbedCode } from '../../ui/EmbedCode.tsx';
import { provenanceText } from '../../ui/cell-provenance.ts';
import { CopyLink, DownloadCsv } from '../../ui/Figure.tsx';
import { IgnoredNote } from '../../ui/IgnoredNote.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { StaleNote } from '../../ui/Stale.tsx';
import { useLinkState } from '../../url/use-link-state.ts';
import { Chooser } from './Chooser.tsx';
import { CompareTable } from './CompareTable.tsx';
import { ScoreBars } from './ScoreBars.tsx';
import { compareCodec, CONTEXT_RANGE, type CompareState, type Defaults } from './url.ts';
import {
  useCompareData,
  type Addresses,
  type CompareData,
  type ShownCell,
  type ShownModel,
} from './use-compare-data.ts';

interface Props {
  /** `CompareData` as JSON. */
  packed: string;
  defaults: Defaults;
  addresses: Addresses;
}

export default function CompareIsland(props: Props) {
  return (
    <NuqsAdapter>
      <Compare {...props} />
    </NuqsAdapter>
  );
}

function Compare({ packed, defaults, addresses }: Props) {
  const data: CompareData = useMemo(() => JSON.parse(packed), [packed]);
  const codec = useMemo(() => compareCodec(idsOf(data), defaults), [data, defaults]);
  const { state, ignored, update } = useLinkState(codec);
  const { models: found, machine, fitted, failed } = useCompareData(data, state, addresses);
  const models = useMemo(
    () => found.map((model, place) => model ?? empty(state.m[place] ?? '', data)),
    [found, state, data],
  );
  const groups = useMemo(() => compareGroups(models), [models]);
  const precision = data.precisions.find(({ id }) => id === state.prec);
  const estimates = useMemo(
    () =>
      machine && precision && estimateRows({ models, machine, precision, contextTokens: state.ctx, fitted }),
    [models, machine, precision, state.ctx, fitted],
  );
  const all = useMemo(
    () =>
      allGroups(
        groups,
        estimates,
        `${machine?.name ?? state.hw}，${precision?.name}，${contextWords(state.ctx)}`,
      ),
    [groups, estimates, machine, precision, state],
  );
  const shown = state.only === 'diff' ? onlyDifferences(all) : all;
  const waiting = found.includes(null) || machine === null;
  const names = models.map(({ name }) => name);

  return (
    <>
      <IgnoredNote done="没有照着显示" ignored={ignored} onClear={() => update({})} />
      <Chooser models={models} options={data.choices.models} onChange={(m) => update({ m }, true)} />
      <Conditions state={state} data={data} onChange={update} />
      <div className="table-bar">
        <Segmented
          legend="显示哪些行"
          quiet
          value={state.only}
          options={[
            { value: 'all', label: '全部' },
            { value: 'diff', label: '只看差异' },
          ]}
          onChange={(only) => update({ only })}
        />
        <span className="count" role="status">
          {failed && '没有载入全部数字。刷新页面再试。'}
          {!failed && waiting && '正在载入…'}
          {!failed &&
            !waiting &&
            `${models.length} 个模型，${shown.reduce((sum, { rows }) => sum + rows.length, 0)} 行`}
        </span>
      </div>
      {models.length < 2 && <p className="notice">再加一个模型，才有得比。</p>}
      <CompareTable models={models} groups={shown} waiting={waiting} />
      <div className="figure-foot">
        <p className="source-line">
          点任何数字看出处，点估算看公式；破折号是未公布，不是
          0。只在能直接比的行里标「最高」「最长」：同一评测、同一设置、同一测量方。
          <StaleNote
            cells={models.flatMap(({ cells, scores }) => [
              ...Object.values(cells).flat(),
              ...scores.map(({ cell }) => cell),
            ])}
          />
        </p>
        <p className="figure-actions">
          <CopyLink />
          <EmbedCode />
          <DownloadCsv fileName="compare.csv" rows={() => compareCsv(shown, names, provenanceText)} />
        </p>
      </div>
      <ScoreBars models={models} rows={groups.scores.shared} waiting={waiting} />
    </>
  );
}

function Conditions({
  state,
  data,
  onChange,
}: {
  state: CompareState;
  data: CompareData;
  onChange(change: Partial<CompareState>): void;
}) {
  return (
    <div className="compare-conditions" role="group" aria-label="估算的条件">
      <Combobox
        label="机器（1 台）"
        value={state.hw}
        options={data.choices.machines}
        onChange={(hw) => onChange({ hw })}
      />
      <Combobox
        label="精度"
        value={state.prec}
        options={data.choices.precisions}
        onChange={(prec) => onChange({ prec })}
      />
      <NumberField
        label="上下文长度"
        unit="token"
        value={state.ctx}
        min={CONTEXT_RANGE.min}
        max={CONTEXT_RANGE.max}
        onChange={(ctx) => ctx !== null && onChange({ ctx: Math.round(ctx) })}
      />
    </div>
  );
}

/** All rows in reading order: facts, licence, abilities, what the machine says of it, scores, files, engines, price. */
function allGroups(
  { facts, scores, rest }: ReturnType<typeof compareGroups<ShownCell>>,
  estimates: ReturnType<typeof estimateRows> | null | undefined,
  conditions: string,
): CompareGroup<ShownCell>[] {
  const groups: CompareGroup<ShownCell>[] = [
    ...facts,
    {
      key: 'estimate',
      title: `估算：${conditions}`,
      note: estimates && 'problem' in estimates ? estimates.problem : '',
      rows: estimates && 'rows' in estimates ? estimates.rows : [],
    },
    { key: 'shared', title: '共有的评测', note: '同一设置、同一测量方，可以直接比', rows: scores.shared },
    { key: 'apart', title: '测法不同的评测', note: '各用各的设置，不能排名', rows: scores.apart },
    { key: 'single', title: '只有一个模型有的评测', rows: scores.single },
    ...rest,
  ];
  return groups.filter(({ rows, note }) => rows.length > 0 || note);
}

/** `8K`; odd ones in full. */
const contextWords = (tokens: number) =>
  `${tokens % 1024 === 0 ? `${tokens / 1024}K` : tokens.toLocaleString('en-US')} 上下文`;

const idsOf = ({ choices }: CompareData) => {
  const ids = (options: CompareData['choices']['models']) => options.map(({ value }) => value);
  return {
    models: ids(choices.models),
    machines: ids(choices.machines),
    precisions: ids(choices.precisions),
  };
};

/** A model whose figures are still on their way. */
function empty(id: string, { choices }: CompareData): ShownModel {
  const name = choices.models.find(({ value }) => value === id)?.label ?? id;
  return {
    id,
    name,
    href: '',
    developer: '',
    color: 'var(--line-2)',
    cells: {},
    numbers: {},
    scores: [],
    estimator: null,
  };
}
