import { useId, useState, type ReactNode } from 'react';

interface Shell {
  label: string;
  unit?: string;
  help?: ReactNode;
  error?: string;
}

function FieldShell({ id, label, unit, help, error, children }: Shell & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className={`field-box${error ? ' field-bad' : ''}`}>
        {children}
        {unit && <span className="field-unit">{unit}</span>}
      </span>
      {help && (
        <span className="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      <span className="field-error" id={`${id}-error`} role="alert">
        {error}
      </span>
    </div>
  );
}

interface NumberProps extends Omit<Shell, 'error'> {
  value: number | null;
  min: number;
  max: number;
  /** Called with every valid entry; with null when emptied and `optional`. */
  onChange(value: number | null): void;
  optional?: boolean;
  placeholder?: string;
}

/** A number input that keeps what is typed, reports only valid values, and says what a wrong one should be. */
export function NumberField({ value, min, max, onChange, optional = false, ...shell }: NumberProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === null ? '' : String(value));
  const error = draft === null ? undefined : problem(draft, min, max, optional);
  return (
    <FieldShell id={id} error={error} {...shell}>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        placeholder={shell.placeholder}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error${shell.help ? ` ${id}-help` : ''}`}
        onChange={(event) => {
          const text = event.target.value;
          setDraft(text);
          if (problem(text, min, max, optional) !== undefined) return;
          onChange(text.trim() === '' ? null : toNumber(text));
        }}
        onBlur={() =>
          setDraft((current) => (current !== null && problem(current, min, max, optional) ? current : null))
        }
      />
    </FieldShell>
  );
}

/** Accepts thousands commas and full-width digits, as people paste them. */
function toNumber(text: string): number {
  const plain = text.trim().normalize('NFKC').replaceAll(',', '');
  return /^-?\d*\.?\d+$|^-?\d+\.$/.test(plain) ? Number(plain) : Number.NaN;
}

function problem(text: string, min: number, max: number, optional: boolean): string | undefined {
  if (text.trim() === '') return optional ? undefined : '要填一个数';
  const value = toNumber(text);
  if (Number.isNaN(value)) return `「${text}」不是数字，写成 ${min} 到 ${max} 之间的数`;
  if (value < min || value > max)
    return `要在 ${min.toLocaleString('en-US')} 到 ${max.toLocaleString('en-US')} 之间`;
  return undefined;
}

interface SelectProps<Value extends string> extends Omit<Shell, 'error'> {
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
}

export function SelectField<Value extends string>({
  value,
  options,
  onChange,
  ...shell
}: SelectProps<Value>) {
  const id = useId();
  return (
    <FieldShell id={id} {...shell}>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}

interface SearchProps {
  label: string;
  value: string;
  placeholder: string;
  onChange(value: string): void;
}

/** Free text to filter by. */
export function SearchField({ label, value, placeholder, onChange }: SearchProps) {
  const id = useId();
  return (
    <div className="field filter-text">
      <label htmlFor={id}>{label}</label>
      <span className="field-box">
        <input
          id={id}
          type="search"
          autoComplete="off"
          maxLength={100}
          value={value}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    </div>
  );
}
