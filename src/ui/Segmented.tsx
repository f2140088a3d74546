import { useId } from 'react';

interface Props<Value extends string> {
  legend: string;
  /** Hide the legend from sight where the options speak for themselves. */
  quiet?: boolean;
  value: Value | null;
  options: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
}

/** A row of radio buttons that looks like one control; arrow keys move as in any radio group. */
export function Segmented<Value extends string>({
  legend,
  quiet = false,
  value,
  options,
  onChange,
}: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className={quiet ? 'visually-hidden' : undefined}>{legend}</legend>
      <span className="segmented-row">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </fieldset>
  );
}
