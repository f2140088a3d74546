import type { MouseEvent, ReactNode } from 'react';
import {
  answersOf,
  answersTo,
  nodeId,
  ROOT,
  type Place,
  type PickerAnswers,
  type Walk,
} from '../../core/picker.ts';
import { gravest } from '../../core/verdict.ts';
import type { Erratum } from '../../schema/erratum.ts';
import type { Picker, PickerAnswer } from '../../schema/picker.ts';
import { MARKS } from '../../ui/claim-words.ts';
import { Printed } from '../../ui/Printed.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { pickerCodec } from './url.ts';

interface Props {
  tree: Picker;
  errata: Record<string, Erratum>;
  errataPage: string;
  /** Address of the original. */
  original: string;
  /** Address of the page that asks the questions; empty on that page itself. */
  page: string;
  /** Without a walk the tree is drawn with nothing lit. */
  given?: PickerAnswers;
  walk?: Walk;
  /** Takes a plain click on an answer; without it the link is followed. */
  onPick?: (answers: PickerAnswers) => void;
}

/** The whole tree as nested lists, with connectors drawn by CSS; the path taken is lit, and says so in words. */
export function Tree({ tree, errata, errataPage, original, page, given, walk, onPick }: Props) {
  const lit = new Set(walk?.path);
  const lastLine = Math.max(...answersOf(tree).map(({ line }) => line));

  function leaf(id: string, place: Place, answer: PickerAnswer, reply?: string) {
    const answers = answersTo(tree, place, given);
    const href = `${page}${pickerCodec.search(answers)}`;
    return (
      <Node key={id} lit={lit.has(id)}>
        {reply && <span className="picker-edge">{reply} →</span>}
        <a
          className="picker-node"
          href={href}
          onClick={(event) => {
            if (!onPick || opensElsewhere(event)) return;
            event.preventDefault();
            onPick(answers);
          }}
        >
          <Printed text={answer.label} />
          {lit.has(id) && <small>你的选择</small>}
        </a>
        <Checked ids={answer.errata ?? []} errata={errata} page={errataPage} />
      </Node>
    );
  }

  return (
    <Figure
      title={tree.title}
      unit="指南原值：点一个答案，就走到那里"
      source={
        <>
          来源：<a href={original}>指南原文</a>第 {tree.line}–{lastLine} 行，{tree.section}
        </>
      }
    >
      <ul className="picker-tree">
        <Node lit={lit.has(ROOT)}>
          <Asked text={tree.question} current={walk?.next === 'mem'} />
          <ul>
            {tree.branches.map((branch) => (
              <Node key={branch.id} lit={lit.has(nodeId(branch))}>
                <span className="picker-node picker-range">
                  {branch.label}
                  {lit.has(nodeId(branch)) && <small>你的选择</small>}
                </span>
                <ul>
                  {branch.answer && leaf(nodeId(branch, 'answer'), { branch }, branch.answer)}
                  {branch.questions?.map((question) => (
                    <Node key={question.param} lit={lit.has(nodeId(branch, question))}>
                      <Asked
                        text={question.text}
                        current={walk?.branch?.id === branch.id && walk.next === question.param}
                      />
                      <ul>
                        {(['yes', 'no'] as const).map((reply) => {
                          const answer = question[reply];
                          const place = { branch, question, reply };
                          return leaf(nodeId(branch, question, reply), place, answer, answer.reply);
                        })}
                      </ul>
                    </Node>
                  ))}
                </ul>
              </Node>
            ))}
          </ul>
        </Node>
      </ul>
    </Figure>
  );
}

const opensElsewhere = (event: MouseEvent) =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

function Node({ lit, children }: { lit: boolean; children: ReactNode }) {
  return <li className={lit ? 'lit' : undefined}>{children}</li>;
}

function Asked({ text, current }: { text: string; current: boolean }) {
  return (
    <span className="picker-node picker-asked" aria-current={current ? 'step' : undefined}>
      {text}
      {current && <small>现在问</small>}
    </span>
  );
}

/** Which figures under an answer do not hold as printed. */
function Checked({ ids, errata, page }: { ids: string[]; errata: Record<string, Erratum>; page: string }) {
  const found = ids.flatMap((id) => {
    const erratum = errata[id];
    return erratum && erratum.verdict !== 'agrees' ? [{ id, ...erratum }] : [];
  });
  if (found.length === 0) return null;
  const mark = gravest(found.map(({ verdict }) => verdict));
  return (
    <span className={`picker-mark mark-${mark}`}>
      <Icon name={MARKS[mark].icon ?? 'alert'} />
      核对
      {found.map(({ id, item, verdict, checked }) => (
        <a key={id} href={`${page}#${id}`} title={`${item}：${checked}`}>
          {id}
          <span className="visually-hidden">（{MARKS[verdict].word}）</span>
        </a>
      ))}
    </span>
  );
}
