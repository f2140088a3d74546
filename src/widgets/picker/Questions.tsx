import { useState, type ReactNode } from 'react';
import type { PickerAnswers, Reply, Walk } from '../../core/picker.ts';
import type { Picker, PickerQuestion } from '../../schema/picker.ts';
import { NumberField } from '../../ui/Field.tsx';
import { MEMORY_RANGE_GB, USERS_RANGE } from './url.ts';

const COMMON_MEMORY_GB = [32, 48, 64, 96, 128, 256];

export const REPLY_WORDS: Record<Reply, string> = { yes: '是', no: '否' };

interface Props {
  tree: Picker;
  given: PickerAnswers;
  walk: Walk;
  onAnswer(change: Partial<PickerAnswers>): void;
}

/** The questions answered so far, each to be changed in place, and the one to answer next. */
export function Questions({ tree, given, walk, onAnswer }: Props) {
  const shown = walk.asked.filter(({ question, reply }) => reply !== null || question.param === walk.next);
  return (
    <ol className="picker-questions">
      <Question text={tree.question} current={walk.next === 'mem'}>
        <Amount
          label="可用内存"
          unit="GB"
          help={tree.help}
          range={MEMORY_RANGE_GB}
          value={given.mem}
          shortcuts={COMMON_MEMORY_GB.map((gb) => ({
            label: String(gb),
            value: gb,
            chosen: gb === given.mem,
          }))}
          onAnswer={(mem) => onAnswer({ mem })}
        />
      </Question>
      {shown.map(({ question, reply }) => (
        <Question key={question.param} text={question.text} current={question.param === walk.next}>
          <Replies question={question} reply={reply} users={given.users} onAnswer={onAnswer} />
        </Question>
      ))}
    </ol>
  );
}

function Question({ text, current, children }: { text: string; current: boolean; children: ReactNode }) {
  return (
    <li>
      <fieldset className="picker-question" aria-current={current ? 'step' : undefined}>
        <legend tabIndex={-1}>{text}</legend>
        {children}
      </fieldset>
    </li>
  );
}

interface RepliesProps {
  question: PickerQuestion;
  reply: Reply | null;
  users: number | null;
  onAnswer(change: Partial<PickerAnswers>): void;
}

function Replies({ question, reply, users, onAnswer }: RepliesProps) {
  if (question.kind === 'more-than') {
    const { threshold } = question;
    return (
      <Amount
        label="同时使用的人数"
        unit="人"
        help={question.help}
        range={USERS_RANGE}
        value={users}
        shortcuts={[
          { label: `≤ ${threshold}`, value: threshold, chosen: reply === 'no' },
          { label: `> ${threshold}`, value: threshold + 1, chosen: reply === 'yes' },
        ]}
        // Half a person more than the threshold is one person more.
        onAnswer={(amount) => onAnswer({ users: Math.ceil(amount) })}
      />
    );
  }
  // Buttons rather than radio buttons: an arrow key must not answer, for an answer moves on to the next question.
  return (
    <>
      <span className="chips">
        {(['yes', 'no'] as const).map((option) => (
          <button
            key={option}
            type="button"
            className="chip picker-reply"
            aria-pressed={reply === option}
            onClick={() => onAnswer({ [question.param]: option })}
          >
            {REPLY_WORDS[option]}
          </button>
        ))}
      </span>
      {question.help && <p className="field-help">{question.help}</p>}
    </>
  );
}

interface AmountProps {
  label: string;
  unit: string;
  help: string | undefined;
  range: { min: number; max: number };
  value: number | null;
  shortcuts: { label: string; value: number; chosen: boolean }[];
  onAnswer(amount: number): void;
}

/** A number that answers on Enter or 确定, not while it is typed: on the way to 64 stands 6, in another branch. */
function Amount({ label, unit, help, range, value, shortcuts, onAnswer }: AmountProps) {
  const [typed, setTyped] = useState<number | null>(null);
  const entered = typed ?? value;

  function answer(amount: number) {
    setTyped(null);
    onAnswer(amount);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const input = event.currentTarget.querySelector('input');
        if (entered === null || input?.getAttribute('aria-invalid') === 'true') input?.focus();
        else answer(entered);
      }}
    >
      <div className="picker-amount">
        <NumberField label={label} unit={unit} help={help} value={entered} onChange={setTyped} {...range} />
        <button type="submit" className="button">
          确定
        </button>
      </div>
      <span className="chips">
        {shortcuts.map((shortcut) => (
          <button
            key={shortcut.label}
            type="button"
            className="chip num"
            aria-label={`${shortcut.label} ${unit}`}
            aria-pressed={shortcut.chosen}
            onClick={() => answer(shortcut.value)}
          >
            {shortcut.label}
          </button>
        ))}
      </span>
    </form>
  );
}
