import { useState } from "react";
import { TextField } from "~/components/field";
import { isGoodName } from "~/domain/questionnaire/compile-context";
import type { PathPart } from "~/domain/questionnaire/draft-tree";
import { useText } from "~/i18n/use-text";
import { useEditor } from "./editor-context";

/** The name by which conditions know a question. Taken when it is whole and free; every mention follows. */
export function NameField({
  path,
  value,
  taken,
}: {
  path: readonly PathPart[];
  value: string;
  taken: ReadonlySet<string>;
}) {
  const { edit } = useEditor();
  const text = useText("editor").fields;
  const [typed, setTyped] = useState(value);
  const name = typed.trim();
  const clash = name.toLowerCase() !== value.toLowerCase() && taken.has(name.toLowerCase());
  const error = name === value ? null : clash ? text.nameTaken : isGoodName(name) ? null : text.nameOdd;
  const take = () => {
    if (!error && name !== value) edit({ edit: "rename", path, name });
  };
  return (
    <TextField
      name="part-name"
      label={text.name}
      hint={text.nameHint}
      value={typed}
      error={error}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === "Enter" && take()}
      className="font-mono text-sm"
    />
  );
}
