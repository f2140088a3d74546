import type { PickedAnswer, Walk, WeightsFile } from '../../core/picker.ts';
import type { Erratum } from '../../schema/erratum.ts';
import { MARKS } from '../../ui/claim-words.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { SourceView } from '../../ui/SourceLinks.tsx';
import { REPLY_WORDS } from './Questions.tsx';
import { WeightsFigure } from './WeightsFigure.tsx';

/** A model the tree names. */
export interface ModelView {
  shortName: string;
  parameters: number;
  parametersSource: SourceView;
  files: WeightsFile[];
  fileSources: SourceView[];
  /** Where the guide treats the model. */
  guideHref: string | null;
  tableHref: string;
}

interface Props {
  walk: Walk;
  memoryGb: number | null;
  models: Record<string, ModelView>;
  errata: Record<string, Erratum>;
  errataPage: string;
}

/** The answers so far: why, what they give up, whether the weights fit, and what was found about them. */
export function Answers({ walk, memoryGb, models, errata, errataPage }: Props) {
  const title = ({ model, quantized }: PickedAnswer) =>
    `${models[model]?.shortName ?? model}${quantized ? '（量化）' : ''}`;
  return (
    <section className="picker-answers" aria-label="答案">
      <p className="picker-verdict" aria-live="polite">
        {verdict(walk, walk.answers.map(title))}
      </p>
      {walk.answers.map((answer) => {
        const model = models[answer.model];
        return (
          <article className="picker-answer" key={title(answer)}>
            <h2>{title(answer)}</h2>
            <Reasons answer={answer} memory={`${memoryGb} GB 内存，归「${walk.branch?.label}」`} />
            {model && memoryGb !== null && (
              <WeightsFigure
                anchor={`fig-weights-${answer.model}${answer.quantized ? '-quantized' : ''}`}
                model={model}
                memoryGb={memoryGb}
              />
            )}
            <Checks ids={answer.errata} errata={errata} page={errataPage} />
            {model && (
              <p className="picker-links">
                {model.guideHref && <a href={model.guideHref}>看指南怎么说</a>}
                <a href={model.tableHref}>在模型表里看</a>
              </p>
            )}
          </article>
        );
      })}
    </section>
  );
}

function verdict({ branch, asked, answers }: Walk, titles: string[]): string {
  if (!branch) return '先填可用内存，再一题一题答。';
  const left = asked.filter(({ reply }) => reply === null).length;
  if (answers.length === 0) return `走「${branch.label}」这一支，还有 ${left} 问。`;
  const names = titles.map((title) => `「${title}」`).join('或');
  if (left > 0) return `目前是${names}，还有 ${left} 问。`;
  return `${answers.length === 1 ? '指南的答案是' : '两问的答案不同：'}${names}`;
}

function Reasons({ answer, memory }: { answer: PickedAnswer; memory: string }) {
  return (
    <dl className="picker-reasons">
      <dt>为什么</dt>
      <dd>
        {[memory, ...answer.because.map(({ question, reply }) => `${question}${REPLY_WORDS[reply]}`)].join(
          '；',
        )}
      </dd>
      <dt>得到</dt>
      <dd>{answer.gains.join('；')}</dd>
      {answer.givesUp.length > 0 && (
        <>
          <dt>放弃</dt>
          <dd>{answer.givesUp.join('；')}</dd>
        </>
      )}
    </dl>
  );
}

function Checks({ ids, errata, page }: { ids: string[]; errata: Record<string, Erratum>; page: string }) {
  return (
    <ul className="picker-checks" aria-label="原文核对">
      {ids.map((id) => {
        const erratum = errata[id];
        if (!erratum) return null;
        const { word, icon = 'check' } = MARKS[erratum.verdict];
        return (
          <li key={id}>
            <span className={`picker-mark mark-${erratum.verdict}`}>
              <Icon name={icon} />
              {word}
            </span>
            {erratum.item}
            {erratum.original && `（指南原值：${erratum.original}）`}。核对：{erratum.checked}。{erratum.why}
            。<a href={`${page}#${id}`}>核对记录 {id}</a>
          </li>
        );
      })}
    </ul>
  );
}
