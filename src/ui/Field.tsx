import { memo, useId, useMemo, useState, type ReactNode } from 'react';

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
  /** Only whole numbers. */
  whole?: boolean;
  placeholder?: string;
}

/** A number input that keeps what is typed, reports only valid values, and says what a wrong one should be. */
export function NumberField({
  value,
  min,
  max,
  onChange,
  optional = false,
  whole = false,
  ...shell
}: NumberProps) {
  const id = useId();
  /** What is being typed, and the value there was then. */
  const [draft, setDraft] = useState<{ text: string; of: number | null } | null>(null);
  const wrong = (text: string) => problemOf(text, { min, max, optional, whole });
  const problem = draft === null ? undefined : wrong(draft.text);
  const error = problem && value !== null ? `${problem}；仍按 ${value} 算` : problem;
  // What cannot be read gives way to a value that is chosen elsewhere.
  if (draft && error !== undefined && draft.of !== value) setDraft(null);
  const shown = draft?.text ?? (value === null ? '' : String(value));
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
          setDraft({ text, of: value });
          if (wrong(text) !== undefined) return;
          onChange(text.trim() === '' ? null : toNumber(text));
        }}
        onBlur={() => setDraft((current) => (current !== null && wrong(current.text) ? current : null))}
      />
    </FieldShell>
  );
}

/** Accepts thousands commas and full-width digits, as people paste them. */
function toNumber(text: string): number {
  const plain = text.trim().normalize('NFKC').replaceAll(',', '');
  return /^-?\d*\.?\d+$|^-?\d+\.$/.test(plain) ? Number(plain) : Number.NaN;
}

function problemOf(
  text: string,
  { min, max, optional, whole }: { min: number; max: number; optional: boolean; whole: boolean },
): string | undefined {
  if (text.trim() === '') return optional ? undefined : '要填一个数';
  const value = toNumber(text);
  if (Number.isNaN(value)) return `「${text}」不是数字，写成 ${min} 到 ${max} 之间的数`;
  if (value < min || value > max)
    return `要在 ${min.toLocaleString('en-US')} 到 ${max.toLocaleString('en-US')} 之间`;
  if (whole && !Number.isInteger(value)) return '要写整数';
  return undefined;
}

interface SelectProps<Value extends string> extends Omit<Shell, 'error'> {
  value: Value;
  /** Options that follow one another with the same `group` stand under its name. */
  options: readonly { value: Value; label: string; group?: string }[];
  onChange(value: Value): void;
}

export function SelectField<Value extends string>({
  value,
  options,
  onChange,
  ...shell
}: SelectProps<Value>) {
  const id = useId();
  const groups = useMemo(() => grouped(options), [options]);
  return (
    <FieldShell id={id} {...shell}>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {groups.map(({ group, members }) =>
          group === undefined ? (
            <Options key="" options={members} />
          ) : (
            <optgroup key={group} label={group}>
              <Options options={members} />
            </optgroup>
          ),
        )}
      </select>
    </FieldShell>
  );
}

/** Dozens of them, and rarely others. */
const Options = memo(function Options({ options }: { options: readonly { value: string; label: string }[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
});

function grouped<Option extends { group?: string }>(options: readonly Option[]) {
  const groups: { group: string | undefined; members: Option[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.members.push(option);
    else groups.push({ group: option.group, members: [option] });
  }
  return groups;
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
