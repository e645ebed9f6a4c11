import { useRef, useState } from "react";
import { useText } from "~/i18n/use-text";
import { Button } from "./button";
import { fieldId } from "./field-frame";

type CopyFieldProps = {
  name: string;
  label: string;
  value: string;
  /** More than one line shows a longer text whole. */
  rows?: number;
  lang?: string;
};

/** A text to take along, with a button that copies it; where the browser refuses, it is selected for copying by hand. */
export function CopyField({ name, label, value, rows = 1, lang }: CopyFieldProps) {
  const text = useText("shell");
  const line = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");
  const copy = async () => {
    (line.current ?? area.current)?.select();
    // Browsers offer the clipboard on https only; a server inside a company often has none.
    const copied = navigator.clipboard
      ? await navigator.clipboard.writeText(value).then(
          () => true,
          () => false,
        )
      : document.execCommand("copy");
    setSaid(copied ? text.copy.done : text.copy.select);
  };
  const control = { id: fieldId(name), readOnly: true, value, lang, className: "control min-w-0 text-sm" };
  return (
    <div className="grid gap-1.5">
      <label htmlFor={fieldId(name)} className="font-medium">
        {label}
      </label>
      <div className="flex items-start gap-2">
        {rows === 1 ? (
          <input ref={line} {...control} onFocus={(event) => event.currentTarget.select()} />
        ) : (
          <textarea ref={area} rows={rows} {...control} />
        )}
        <Button onClick={copy}>{text.actions.copy}</Button>
      </div>
      <p role="status" className="min-h-5 text-muted text-sm">
        {said}
      </p>
    </div>
  );
}
