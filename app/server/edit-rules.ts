/** The edits of the logic page: a condition is read before it is saved, and applied to the newest draft. */
import { findQuestionnaire } from "~/data/questionnaires";
import { parseCondition } from "~/domain/questionnaire/compile-condition";
import { askablesOf } from "~/domain/questionnaire/condition-questions";
import { isRefusal } from "~/domain/questionnaire/conditions";
import { changeRule, setRule } from "~/domain/questionnaire/draft-rules";
import {
  conditionOf,
  type RemovedRule,
  type RuleProblem,
  type RuleTyped,
  readChangedRule,
  readNewRule,
  removalOf,
  restoreRule,
  saveRule,
  typedRule,
} from "~/domain/questionnaire/rule-form";
import type { Store } from "~db/client";
import { type DraftPlace, editDraft, type SavedBy } from "./edit-draft";

export type RuleEdited =
  | { kind: "saved" | "restored" | "gone" }
  | { kind: "removed"; removed: RemovedRule }
  | { kind: "refused"; problem: RuleProblem | "condition-bad"; place: string | null; typed: RuleTyped };

const isReadable = async (text: string) => {
  const read = await parseCondition(text);
  return read !== null && !isRefusal(read);
};

const edited = async (store: Store, where: DraftPlace, by: SavedBy, edit: (draft: unknown) => unknown) =>
  editDraft(
    store,
    where,
    (draft) => {
      const after = edit(draft);
      return after === null ? null : { draft: after };
    },
    by,
  );

/** Does what the posted form asks for. */
export async function editRules(
  store: Store,
  where: DraftPlace,
  form: FormData,
  by: SavedBy,
): Promise<RuleEdited> {
  const read = (name: string) => String(form.get(name) ?? "");
  const place = read("place");
  const typed = typedRule(read);
  const refused = (problem: RuleProblem | "condition-bad", at: string | null): RuleEdited => ({
    ...{ kind: "refused", problem, place: at, typed },
  });
  const found = await findQuestionnaire(store, where);
  switch (read("intent")) {
    case "save": {
      const changed = readChangedRule(found?.draft, place, typed, askablesOf(found?.draft));
      if (!changed) return { kind: "gone" };
      if (!changed.ok) return refused(changed.problem, place);
      if (!(await isReadable(changed.text))) return refused("condition-bad", place);
      const done = await edited(store, where, by, (draft) => saveRule(draft, place, changed));
      return { kind: done ? "saved" : "gone" };
    }
    case "add": {
      const made = readNewRule(found?.draft, typed, askablesOf(found?.draft));
      if (!made.ok) return refused(made.problem, null);
      if (!(await isReadable(made.text))) return refused("condition-bad", null);
      const done = await edited(store, where, by, (draft) =>
        setRule(draft, made.target, made.text, made.detail),
      );
      return { kind: done ? "saved" : "gone" };
    }
    case "remove": {
      const removed = removalOf(found?.draft, place);
      const done = removed && (await edited(store, where, by, (draft) => changeRule(draft, place, "")));
      return done ? { kind: "removed", removed } : { kind: "gone" };
    }
    case "restore": {
      const removed = { target: typed.target, property: read("property"), text: read("text") };
      const readable = await isReadable(conditionOf(removed));
      const done = readable && (await edited(store, where, by, (draft) => restoreRule(draft, removed)));
      return { kind: done ? "restored" : "gone" };
    }
    default:
      throw new Response("Bad request", { status: 400 });
  }
}
