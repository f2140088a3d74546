import { NuqsAdapter } from 'nuqs/adapters/react';
import { useEffect, useMemo, useRef } from 'react';
import { walkTree, withoutIgnored, withoutLast, type PickerAnswers } from '../../core/picker.ts';
import type { Erratum } from '../../schema/erratum.ts';
import type { Picker as TreeData } from '../../schema/picker.ts';
import { EmbedCode } from '../../ui/EmbedCode.tsx';
import { CopyLink } from '../../ui/Figure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IgnoredNote } from '../../ui/IgnoredNote.tsx';
import { useLinkState } from '../../url/use-link-state.ts';
import { Answers, type ModelView } from './Answers.tsx';
import { Questions } from './Questions.tsx';
import { Tree } from './Tree.tsx';
import { pickerCodec } from './url.ts';

interface Props {
  tree: TreeData;
  /** The models the tree names, by id. */
  models: Record<string, ModelView>;
  /** The errata the tree names, by id. */
  errata: Record<string, Erratum>;
  /** Address of the errata page. */
  errataPage: string;
  /** Address of the original. */
  original: string;
}

export default function PickerIsland(props: Props) {
  return (
    <NuqsAdapter>
      <Picker {...props} />
    </NuqsAdapter>
  );
}

function Picker({ tree, models, errata, errataPage, original }: Props) {
  const { state, ignored, update } = useLinkState(pickerCodec);
  const walk = useMemo(() => walkTree(tree, state), [tree, state]);
  const questions = useRef<HTMLDivElement>(null);
  const stepped = useRef(false);

  // After a step the keyboard goes on at what is asked next; with nothing left to ask it stays where it is.
  useEffect(() => {
    if (!stepped.current) return;
    stepped.current = false;
    questions.current?.querySelector<HTMLElement>('[aria-current="step"] > legend')?.focus();
  }, [state]);

  function step(answers: PickerAnswers) {
    stepped.current = true;
    update(answers, true);
  }

  const expected = walk.branch ? `「${walk.branch.label}」这一支不问它` : '先填可用内存 mem';
  return (
    <div className="picker not-content">
      <IgnoredNote
        ignored={[...ignored, ...walk.ignored.map((answer) => ({ ...answer, expected }))]}
        onClear={() => update(withoutIgnored(tree, state))}
      />
      <div className="picker-columns">
        <div className="panel picker-asking" ref={questions}>
          <Questions
            tree={tree}
            given={state}
            walk={walk}
            onAnswer={(change) => step(withoutIgnored(tree, { ...state, ...change }))}
          />
          <p className="picker-steps">
            <button
              type="button"
              className="action"
              disabled={!walk.branch}
              onClick={() => step(withoutLast(tree, state))}
            >
              <Icon name="back" />
              上一步
            </button>
            <button
              type="button"
              className="action"
              disabled={!walk.branch}
              onClick={() => step(pickerCodec.fallback)}
            >
              重新开始
            </button>
            <CopyLink />
            <EmbedCode />
          </p>
        </div>
        <Answers walk={walk} memoryGb={state.mem} models={models} errata={errata} errataPage={errataPage} />
      </div>
      <Tree
        tree={tree}
        errata={errata}
        errataPage={errataPage}
        original={original}
        page=""
        given={state}
        walk={walk}
        onPick={(answers) => update(answers, true)}
      />
    </div>
  );
}
