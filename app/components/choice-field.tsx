import type { ComponentProps, ReactNode } from "react";
import { FieldError, FieldHint, type FieldWords, fieldId, Optional, tied } from "./field-frame";

const row = "flex min-h-11 items-start gap-3 py-2.5";
const box = "mt-[0.2em] size-[1.15em] shrink-0";

type CheckboxProps = FieldWords & Omit<ComponentProps<"input">, keyof FieldWords | "type">;

/** One thing to agree to or switch on. */
export function CheckboxField({
  name,
  label,
  hint,
  error,
  optional,
  id = fieldId(name),
  ...input
}: CheckboxProps) {
  return (
    <div>
      <label className={row}>
        <input type="checkbox" {...input} {...tied({ name, label, hint, error, id })} className={box} />
        <span>
          {label}
          {optional && <Optional />}
        </span>
      </label>
      <div className="ps-[1.9em]">
        <FieldHint id={id} hint={hint} />
        <FieldError id={id} error={error} />
      </div>
    </div>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type ChoiceGroupProps = FieldWords & {
  /** "one" draws radio buttons, "many" checkboxes. */
  pick: "one" | "many";
  choices: readonly Choice[];
  defaultValue?: string | readonly string[] | null;
  onChange?: ComponentProps<"input">["onChange"];
  required?: boolean;
  /** Side by side where there is room; `sides` gives each the same width. */
  inline?: boolean;
  sides?: boolean;
};

/** A question with its choices, as a fieldset. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { name, label, hint, error, optional, id = fieldId(name) } = props;
  const { pick, choices, defaultValue, onChange, required, inline, sides } = props;
  const chosen = typeof defaultValue === "string" ? [defaultValue] : (defaultValue ?? []);
  const { "aria-describedby": describedBy } = tied(props);
  return (
    <fieldset id={id} aria-describedby={describedBy} tabIndex={-1}>
      <legend className="font-medium">
        {label}
        {optional && <Optional />}
      </legend>
      <FieldHint id={id} hint={hint} />
      <div className={inline ? "flex flex-wrap gap-x-6" : `grid ${sides ? "gap-x-6 sm:grid-cols-2" : ""}`}>
        {choices.map((choice) => (
          <label key={choice.value} className={row}>
            <input
              type={pick === "one" ? "radio" : "checkbox"}
              name={name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              disabled={choice.disabled}
              required={required && pick === "one"}
              aria-invalid={error ? true : undefined}
              onChange={onChange}
              className={box}
            />
            <span>
              {choice.label}
              {choice.hint && <span className="block text-muted text-sm">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
