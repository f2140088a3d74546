import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { matchingOptions, type NamedOption } from '../core/options.ts';

export interface ComboboxOption extends NamedOption {
  /** Right of the label: a size. */
  detail?: string;
}

interface Props {
  label: string;
  value: string;
  options: readonly ComboboxOption[];
  help?: ReactNode;
  onChange(value: string): void;
}

/** More than this nobody reads through: the list says to type on. */
const SHOWN = 60;

/** A choice out of many, found by typing: the combobox with a list of the ARIA practices. */
export function Combobox({ label, value, options, help, onChange }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const chosen = options.find((option) => option.value === value);
  const open = text !== null;
  const found = open ? matchingOptions(options, text) : [];
  const shown = found.slice(0, SHOWN);

  const start = () => {
    setText('');
    setActive(
      Math.max(
        0,
        options.slice(0, SHOWN).findIndex((option) => option.value === value),
      ),
    );
  };
  const close = () => setText(null);
  const choose = (option: ComboboxOption | undefined) => {
    if (option) onChange(option.value);
    close();
  };

  function move(by: number) {
    if (!open) return start();
    const next = Math.min(Math.max(active + by, 0), shown.length - 1);
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && open) choose(shown[active]);
    else if (event.key === 'Escape' && open) close();
    else return;
    event.preventDefault();
  }

  return (
    <div className="field combobox">
      <label htmlFor={id}>{label}</label>
      <span className="field-box">
        <input
          id={id}
          ref={input}
          role="combobox"
          autoComplete="off"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && shown[active] ? `${id}-${active}` : undefined}
          aria-describedby={help ? `${id}-help` : undefined}
          value={open && text !== '' ? text : (chosen?.label ?? '')}
          onClick={() => !open && start()}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        {chosen?.detail && !open && <span className="field-unit">{chosen.detail}</span>}
      </span>
      <ul className="combobox-list" id={`${id}-list`} role="listbox" aria-label={label} hidden={!open}>
        {shown.map((option, index) => (
          <li
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.value === value}
            data-active={index === active || undefined}
            // The input must not lose the focus before the click has counted.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            <span>{option.label}</span>
            {option.detail && <small>{option.detail}</small>}
          </li>
        ))}
        {found.length > SHOWN && (
          <li className="combobox-more" role="presentation">
            还有 {found.length - SHOWN} 项，继续输入来缩小
          </li>
        )}
        {open && found.length === 0 && (
          <li className="combobox-more" role="presentation">
            没有找到「{text}」
          </li>
        )}
      </ul>
      {help && (
        <span className="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}
