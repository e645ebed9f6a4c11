import { memo, useMemo } from "react";
import { askablesOf } from "~/domain/questionnaire/condition-questions";
import { isWithin } from "~/domain/questionnaire/draft-outline";
import { type PathPart, pathText } from "~/domain/questionnaire/draft-tree";
import { ConditionField } from "../logic/condition-field";
import { useEditor } from "./editor-context";
import { useSettled } from "./use-settled";

type LogicFieldProps = {
  draft: unknown;
  /** The question or page the condition belongs to. */
  owner: readonly PathPart[];
  property: "visibleIf" | "requiredIf";
  label: string;
  value: unknown;
};

const Field = memo(
  function Field({ draft, owner, property, label, value }: LogicFieldProps) {
    const { edit } = useEditor();
    const askables = useMemo(
      () => askablesOf(draft).filter(({ place }) => !isWithin(place, owner)),
      [draft, owner],
    );
    const path = [...owner, property];
    return (
      <ConditionField
        value={typeof value === "string" ? value : ""}
        askables={askables}
        label={label}
        onChange={(text) =>
          edit({ edit: "set", path, value: text === "" ? undefined : text }, { join: pathText(path) })
        }
      />
    );
  },
  (a, b) => a.draft === b.draft && a.value === b.value && pathText(a.owner) === pathText(b.owner),
);

/** A condition from menus; what it can ask about follows when the typing rests. */
export function LogicField(props: LogicFieldProps) {
  return <Field {...props} draft={useSettled(props.draft, 400)} />;
}
