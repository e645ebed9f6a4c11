/** The edits of the logic page: a condition is read before it is saved, and applied to the newest draft. */
import { findQuestionnaire } from "~/data/questionnaires";
import { parseCondition } from "~/domain/questionnaire/compile-condition";
import { isRefusal } from "~/domain/questionnaire/conditions";
import { setRule } from "~/domain/questionnaire/draft-rules";
import {
  newRuleKinds,
  type RuleProblem,
  type RuleTyped,
  readNewRule,
  removalOf,
  restoreRule,
  saveRule,
} from "~/domain/questionnaire/rule-form";
import type { Store } from "~db/client";
import { editDraft } from "./publish";

type Where = { workspaceId: string; studyId: string; questionnaireId: string };
export type RuleEdited =
  | { kind: "saved" | "restored" | "gone" }
  | { kind: "removed"; removed: { target: string; property: string; text: string } }
  | { kind: "refused"; problem: RuleProblem | "condition-bad"; place: string | null; typed: RuleTyped };

const isReadable = async (text: string) => {
  const read = await parseCondition(text);
  return read !== null && !isRefusal(read);
};

type By = { savedBy: string; now: number };

const edited = async (store: Store, where: Where, by: By, edit: (draft: unknown) => unknown) =>
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
export async function editRules(store: Store, where: Where, form: FormData, by: By): Promise<RuleEdited> {
  const place = String(form.get("place") ?? "");
  const typed: RuleTyped = {
    target: String(form.get("target") ?? ""),
    kind: newRuleKinds.find((kind) => kind === form.get("kind")) ?? "show",
    condition: String(form.get("condition") ?? ""),
  };
  const refused = (problem: RuleProblem | "condition-bad", at: string | null): RuleEdited => ({
    ...{ kind: "refused", problem, place: at, typed },
  });
  switch (form.get("intent")) {
    case "save": {
      if (typed.condition.trim() === "") return refused("condition-empty", place);
      if (!(await isReadable(typed.condition))) return refused("condition-bad", place);
      const done = await edited(store, where, by, (draft) => saveRule(draft, place, typed.condition));
      return { kind: done ? "saved" : "gone" };
    }
    case "add": {
      const found = await findQuestionnaire(store, where);
      const read = readNewRule(found?.draft, typed);
      if (!read.ok) return refused(read.problem, null);
      if (!(await isReadable(read.text))) return refused("condition-bad", null);
      const done = await edited(store, where, by, (draft) => setRule(draft, read.target, read.text));
      return { kind: done ? "saved" : "gone" };
    }
    case "remove": {
      const found = await findQuestionnaire(store, where);
      const removed = removalOf(found?.draft, place);
      const done = removed && (await edited(store, where, by, (draft) => saveRule(draft, place, "")));
      return done ? { kind: "removed", removed } : { kind: "gone" };
    }
    case "restore": {
      const removed = {
        ...{ target: typed.target, property: String(form.get("property") ?? "") },
        text: String(form.get("text") ?? ""),
      };
      const readable = await isReadable(removed.text);
      const done = readable && (await edited(store, where, by, (draft) => restoreRule(draft, removed)));
      return { kind: done ? "restored" : "gone" };
    }
    default:
      throw new Response("Bad request", { status: 400 });
  }
}
