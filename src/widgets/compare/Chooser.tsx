import { useEffect, useRef, useState, type DragEvent } from 'react';
import { Combobox, type ComboboxOption } from '../../ui/Combobox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { MOST_MODELS } from './url.ts';
import type { ShownModel } from './use-compare-data.ts';

interface Props {
  models: readonly ShownModel[];
  options: readonly ComboboxOption[];
  onChange(ids: string[]): void;
}

/** Which models, in which order: added by typing, moved by dragging or by buttons, removed. */
export function Chooser({ models, options, onChange }: Props) {
  const ids = models.map(({ id }) => id);
  const [dragged, setDragged] = useState<string | null>(null);
  /** What was done, as long as the models are those it led to. */
  const [said, setSaid] = useState({ words: '', of: '' });
  const list = useRef<HTMLUListElement>(null);
  const focus = useRef<string | null>(null);

  // A moved button lies elsewhere in the document and has lost the focus.
  useEffect(() => {
    if (focus.current) list.current?.querySelector<HTMLElement>(`[data-action="${focus.current}"]`)?.focus();
    focus.current = null;
  }, [models]);

  const nameOf = (id: string) => options.find(({ value }) => value === id)?.label ?? id;
  const change = (next: string[], words: string) => {
    onChange(next);
    setSaid({ words, of: next.join() });
  };
  const place = (id: string, to: number) => {
    if (to < 0 || to >= ids.length) return;
    const next = ids.filter((other) => other !== id).toSpliced(to, 0, id);
    change(next, `${nameOf(id)} 移到第 ${to + 1} 个`);
  };
  const move = (id: string, by: -1 | 1) => {
    focus.current = `${by < 0 ? 'left' : 'right'} ${id}`;
    place(id, ids.indexOf(id) + by);
  };
  const remove = (id: string) => {
    const next = ids.filter((other) => other !== id);
    focus.current = `remove ${next[Math.min(ids.indexOf(id), next.length - 1)]}`;
    change(next, `已移除 ${nameOf(id)}`);
  };

  const drag = (id: string) => ({
    draggable: true,
    'data-dragged': dragged === id || undefined,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', nameOf(id));
      setDragged(id);
    },
    onDragEnd: () => setDragged(null),
    onDragOver: (event: DragEvent) => dragged !== null && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged !== null && dragged !== id) place(dragged, ids.indexOf(id));
    },
  });

  return (
    <div className="compare-chooser">
      <ul ref={list} aria-label="对比的模型，从左到右">
        {models.map(({ id, name, color }, index) => (
          <li key={id} {...drag(id)}>
            <span className="dot" style={{ background: color }} />
            <span className="compare-chosen">{name}</span>
            <Action
              action={`left ${id}`}
              label={`${name} 左移`}
              off={index === 0}
              onClick={() => move(id, -1)}
            >
              <Icon name="back" />
            </Action>
            <Action
              action={`right ${id}`}
              label={`${name} 右移`}
              off={index === models.length - 1}
              onClick={() => move(id, 1)}
            >
              <span className="compare-mirror">
                <Icon name="back" />
              </span>
            </Action>
            <Action
              action={`remove ${id}`}
              label={`移除 ${name}`}
              off={models.length === 1}
              onClick={() => remove(id)}
            >
              <Icon name="cross" />
            </Action>
          </li>
        ))}
      </ul>
      {models.length < MOST_MODELS ? (
        <Combobox
          label="加一个模型"
          value=""
          options={options.filter(({ value }) => !ids.includes(value))}
          help="输入名称、系列或开发者，中文英文都行，例如 通义 32b"
          onChange={(id) => change([...ids, id], `已加入 ${nameOf(id)}，共 ${ids.length + 1} 个`)}
        />
      ) : (
        <p className="field-help">最多比 {MOST_MODELS} 个；先移除一个，再加别的。</p>
      )}
      <span className="visually-hidden" role="status">
        {said.of === ids.join() && said.words}
      </span>
    </div>
  );
}

interface ActionProps {
  action: string;
  label: string;
  off: boolean;
  onClick(): void;
  children: React.ReactNode;
}

/** Stays in the tab order where it does nothing, so that the focus is not lost at the ends. */
function Action({ action, label, off, onClick, children }: ActionProps) {
  return (
    <button
      type="button"
      className="compare-action"
      data-action={action}
      aria-label={label}
      title={label}
      aria-disabled={off || undefined}
      onClick={() => !off && onClick()}
    >
      {children}
    </button>
  );
}
