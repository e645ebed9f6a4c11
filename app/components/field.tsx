import type { ComponentProps, ReactNode } from "react";
import { FieldFrame, type FieldWords, tied } from "./field-frame";

type Own<Tag extends "input" | "textarea" | "select"> = FieldWords &
  Omit<ComponentProps<Tag>, keyof FieldWords>;

/** Splits what the frame says from what the control takes. */
function split<T extends FieldWords>({ name, label, hint, error, optional, id, ...control }: T) {
  return { words: { name, label, hint, error, optional, id }, control };
}

/** A one-line input. `suffix` is its unit ("%", "¥ / seat"). */
export function TextField({ suffix, ...props }: Own<"input"> & { suffix?: ReactNode }) {
  const { words, control } = split(props);
  const input = (
    <input type="text" {...control} {...tied(words)} className={`control ${control.className ?? ""}`} />
  );
  return (
    <FieldFrame words={words}>
      {suffix ? (
        <div className="flex items-center gap-2">
          {input}
          <span className="shrink-0 text-muted text-sm">{suffix}</span>
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  );
}

export function TextArea(props: Own<"textarea">) {
  const { words, control } = split(props);
  return (
    <FieldFrame words={words}>
      <textarea rows={4} {...control} {...tied(words)} className={`control ${control.className ?? ""}`} />
    </FieldFrame>
  );
}

/** `group` is the heading it stands under with its neighbours of the same group. */
export type Option = { value: string; label: string; disabled?: boolean; group?: string };

const optionOf = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);

/** `empty` is the words of the choice that chooses nothing. */
export function SelectField({
  options,
  empty,
  ...props
}: Own<"select"> & { options: readonly Option[]; empty?: string }) {
  const { words, control } = split(props);
  return (
    <FieldFrame words={words}>
      <select {...control} {...tied(words)} className={`control ${control.className ?? ""}`}>
        {empty !== undefined && <option value="">{empty}</option>}
        {[...new Set(options.map(({ group }) => group))].map((group) => {
          const own = options.filter((option) => option.group === group).map(optionOf);
          return group === undefined ? (
            own
          ) : (
            <optgroup key={group} label={group}>
              {own}
            </optgroup>
          );
        })}
      </select>
    </FieldFrame>
  );
}
