import { useRef, useState } from "react";
import { useText } from "~/i18n/use-text";
import { Button } from "./button";
import { fieldId } from "./field-frame";

/** A text to take along, with a button that copies it; where the browser refuses, it is selected for copying by hand. */
export function CopyField({ name, label, value }: { name: string; label: string; value: string }) {
  const text = useText("shell");
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const copy = async () => {
    input.current?.select();
    // Browsers offer the clipboard on https only; a server inside a company often has none.
    const copied = navigator.clipboard
      ? await navigator.clipboard.writeText(value).then(
          () => true,
          () => false,
        )
      : document.execCommand("copy");
    setSaid(copied ? text.copy.done : text.copy.select);
  };
  return (
    <div className="grid gap-1.5">
      <label htmlFor={fieldId(name)} className="font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={input}
          id={fieldId(name)}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className="control min-w-0 text-sm"
        />
        <Button onClick={copy}>{text.actions.copy}</Button>
      </div>
      <p role="status" className="min-h-5 text-muted text-sm">
        {said}
      </p>
    </div>
  );
}
