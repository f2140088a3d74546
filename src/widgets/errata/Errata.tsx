import { NuqsAdapter } from 'nuqs/adapters/react';
import { useMemo } from 'react';
import { GRAVITY } from '../../core/verdict.ts';
import { useLinkState } from '../../url/use-link-state.ts';
import { MARKS } from '../../ui/claim-words.ts';
import { Chip, Chips } from '../../ui/Chips.tsx';
import { CopyLink, DownloadCsv } from '../../ui/Figure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IgnoredNote } from '../../ui/IgnoredNote.tsx';
import { SourceLinks, type SourceView } from '../../ui/SourceLinks.tsx';
import type { Verdict } from '../../schema/claim.ts';
import { errataCodec } from './url.ts';

export interface Entry {
  id: string;
  section: string;
  model: string | null;
  item: string;
  original: string | null;
  checked: string;
  verdict: Verdict;
  why: string;
  sources: SourceView[];
  recalled: boolean;
  checkedOn: string;
  /** Where the original prints it. */
  lines: number[];
}

interface Props {
  entries: Entry[];
  models: { id: string; name: string }[];
}

export default function ErrataIsland(props: Props) {
  return (
    <NuqsAdapter>
      <Errata {...props} />
    </NuqsAdapter>
  );
}

function Errata({ entries, models }: Props) {
  const codec = useMemo(() => errataCodec(models.map(({ id }) => id)), [models]);
  const { state, ignored, update } = useLinkState(codec);
  const byModel = entries.filter(({ model }) => state.model === null || (model ?? 'none') === state.model);
  const shown = byModel.filter(({ verdict }) => state.verdict === null || verdict === state.verdict);
  const modelChoices = [...models, { id: 'none', name: '不涉及单个模型' }];

  return (
    <>
      <IgnoredNote ignored={ignored} onClear={() => update({})} />
      <div className="errata-filters">
        <Chips legend="结论">
          <Chip on={state.verdict === null} onClick={() => update({ verdict: null })}>
            全部 {byModel.length}
          </Chip>
          {GRAVITY.map((verdict) => (
            <Chip key={verdict} on={state.verdict === verdict} onClick={() => update({ verdict })}>
              {MARKS[verdict].icon && <Icon name={MARKS[verdict].icon} />}
              {MARKS[verdict].word} {byModel.filter((entry) => entry.verdict === verdict).length}
            </Chip>
          ))}
        </Chips>
        <Chips legend="模型">
          <Chip on={state.model === null} onClick={() => update({ model: null })}>
            全部
          </Chip>
          {modelChoices.map(({ id, name }) => (
            <Chip key={id} on={state.model === id} onClick={() => update({ model: id })}>
              {name}
            </Chip>
          ))}
        </Chips>
      </div>
      <p className="errata-count">
        <span role="status">
          <b className="num">{shown.length}</b> / {entries.length} 条
        </span>
        <CopyLink />
        <DownloadCsv fileName="errata.csv" rows={() => csvRows(shown)} />
      </p>
      {shown.length === 0 && <p className="muted">没有同时满足这两个条件的条目。</p>}
      <ol className="errata-list">
        {shown.map((entry) => (
          <EntryItem key={entry.id} entry={entry} model={models.find(({ id }) => id === entry.model)?.name} />
        ))}
      </ol>
    </>
  );
}

function EntryItem({ entry, model }: { entry: Entry; model: string | undefined }) {
  const { word, icon } = MARKS[entry.verdict];
  return (
    <li id={entry.id} className="erratum">
      <h2>
        <a href={`#${entry.id}`} className="erratum-id">
          {entry.id}
        </a>
        {entry.item}
        {model && <small>{model}</small>}
        <span className={`verdict verdict-${entry.verdict}`}>
          {icon && <Icon name={icon} />}
          {word}
        </span>
      </h2>
      <dl>
        <dt>指南原值</dt>
        <dd>
          {entry.original ?? '（原文没有写）'}
          <span className="muted">
            （{entry.section}
            {entry.lines.length > 0 && `，原文第 ${entry.lines.join('、')} 行`}）
          </span>
        </dd>
        <dt>核对值</dt>
        <dd>{entry.checked}</dd>
        <dt>为什么</dt>
        <dd>
          {entry.why}
          {entry.recalled && '（凭记忆，待核实）'}
        </dd>
        <dt>来源</dt>
        <dd>
          <SourceLinks sources={entry.sources} />
          <span className="muted">，核对于 {entry.checkedOn}</span>
        </dd>
      </dl>
    </li>
  );
}

function csvRows(entries: readonly Entry[]): string[][] {
  const head = ['编号', '章节', '模型', '项目', '指南原值', '核对值', '结论', '为什么', '来源', '核对日期'];
  const body = entries.map((entry) => [
    entry.id,
    entry.section,
    entry.model ?? '',
    entry.item,
    entry.original ?? '',
    entry.checked,
    MARKS[entry.verdict].word,
    entry.why,
    entry.sources.map(({ title, url }) => url ?? title).join(' '),
    entry.checkedOn,
  ]);
  return [head, ...body];
}
