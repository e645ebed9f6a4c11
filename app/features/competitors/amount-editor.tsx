import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { readAmount } from "~/domain/competitors/feature-measure";

type AmountEditorProps = {
  label: string;
  /** What stands in it at first: the key that opened it. */
  initial: string;
  /** The amount typed, null for none, undefined to leave it as it was; `move` when Enter ended it. */
  onDone: (amount: number | null | undefined, move: boolean) => void;
};

/** Types an amount inside a cell of the grid: Enter keeps it and goes down, Escape leaves the cell as it was. */
export function AmountEditor({ label, initial, onDone }: AmountEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const [invalid, setInvalid] = useState(false);
  useEffect(() => input.current?.focus(), []);

  const end = (amount: number | null | undefined, move: boolean) => {
    if (done.current) return;
    done.current = true;
    onDone(amount, move);
  };
  const keep = (move: boolean) => {
    const typed = input.current?.value ?? "";
    const amount = typed.trim() === "" ? null : readAmount(typed);
    if (amount !== "unreadable") end(amount, move);
    else if (move) setInvalid(true);
    else end(undefined, false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") end(undefined, true);
    if (event.key !== "Enter") return;
    event.preventDefault();
    keep(true);
  };
  return (
    <input
      ref={input}
      type="text"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={invalid || undefined}
      defaultValue={initial}
      onKeyDown={onKeyDown}
      onPaste={(event) => event.stopPropagation()}
      onBlur={() => keep(false)}
      className="control h-8 w-24 px-1 text-center"
    />
  );
}
