/**
 * The one state of the editor's screen: the draft, what is selected, and every step since it was opened.
 * Undoing a step takes back that step alone: what somebody else saved in between stays.
 */
import { applyEdit, type DraftEdit } from "~/domain/questionnaire/draft-change";
import { type MergeConflict, mergeDrafts } from "~/domain/questionnaire/draft-merge";
import { isObject, type PathPart, valueAt } from "~/domain/questionnaire/draft-tree";

type Path = readonly PathPart[];
type Step = { before: unknown; after: unknown; selected: Path };

export type EditorState = {
  draft: unknown;
  /** The selected page or question; [] is the questionnaire itself. */
  selected: Path;
  past: readonly Step[];
  future: readonly Step[];
  /** Typing into one field is one step: edits under the same word join the last step. */
  joining: string | null;
  /** Counts what the screen should follow with the focus: a new part, an undo. */
  jumps: number;
  /** What somebody else changed at the same place; mine stands until I take theirs. */
  conflicts: readonly MergeConflict[];
  /** How often others' saves have been merged in. */
  receipts: number;
};

export type EditorAction =
  /** `follow` selects what the edit was about. */
  | { do: "edit"; edit: DraftEdit; join?: string; follow?: boolean }
  | { do: "undo" | "redo" }
  | { do: "select"; path: Path }
  /** The next edit starts a step of its own. */
  | { do: "settle" }
  /** Somebody saved `theirs`; this draft was made from `base`. */
  | { do: "received"; base: unknown; theirs: unknown }
  /** Edits of an earlier visit that were not saved: `mine`, made from `base`. */
  | { do: "recovered"; base: unknown; mine: unknown }
  | { do: "settle-conflict"; conflict: MergeConflict };

export const editorState = (draft: unknown, selected: Path = []): EditorState => ({
  ...{ draft, selected, past: [], future: [], joining: null, jumps: 0, conflicts: [], receipts: 0 },
});

/** The nearest part of the draft at or above a path. */
function standing(draft: unknown, path: Path): Path {
  if (isObject(valueAt(draft, path))) return path;
  return path.length === 0 ? path : standing(draft, path.slice(0, -1));
}

const swapped = (draft: unknown, from: unknown, to: unknown): unknown =>
  draft === from ? to : mergeDrafts(from, draft, to).draft;

export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  switch (action.do) {
    case "edit": {
      const edited = applyEdit(state.draft, action.edit);
      if (!edited || edited.draft === state.draft) return state;
      const { draft } = edited;
      const last = state.past.at(-1);
      const joins = action.join !== undefined && action.join === state.joining && last?.after === state.draft;
      const step: Step = {
        before: joins && last ? last.before : state.draft,
        after: draft,
        selected: state.selected,
      };
      return {
        ...state,
        draft,
        selected: standing(draft, action.follow ? edited.at : state.selected),
        past: [...(joins ? state.past.slice(0, -1) : state.past), step],
        future: [],
        joining: action.join ?? null,
        jumps: state.jumps + (action.follow ? 1 : 0),
      };
    }
    case "undo":
    case "redo": {
      const [from, onto] = action.do === "undo" ? [state.past, state.future] : [state.future, state.past];
      const step = from.at(-1);
      if (!step) return state;
      const undone = action.do === "undo";
      const draft = undone
        ? swapped(state.draft, step.after, step.before)
        : swapped(state.draft, step.before, step.after);
      const [past, future] = undone
        ? [from.slice(0, -1), [...onto, step]]
        : [[...onto, step], from.slice(0, -1)];
      return {
        ...state,
        draft,
        selected: standing(draft, step.selected),
        past,
        future,
        joining: null,
        jumps: state.jumps + 1,
      };
    }
    case "select":
      return { ...state, selected: standing(state.draft, action.path), joining: null };
    case "settle":
      return state.joining === null ? state : { ...state, joining: null };
    case "received": {
      const { draft, conflicts } = mergeDrafts(action.base, state.draft, action.theirs);
      return {
        ...state,
        draft,
        selected: standing(draft, state.selected),
        joining: null,
        conflicts: [...state.conflicts, ...conflicts],
        receipts: state.receipts + 1,
      };
    }
    case "recovered": {
      const { draft, conflicts } = mergeDrafts(action.base, action.mine, state.draft);
      if (draft === state.draft) return state;
      const step: Step = { before: state.draft, after: draft, selected: state.selected };
      return {
        ...state,
        draft,
        selected: standing(draft, state.selected),
        past: [...state.past, step],
        future: [],
        joining: null,
        conflicts: [...state.conflicts, ...conflicts],
      };
    }
    case "settle-conflict":
      return { ...state, conflicts: state.conflicts.filter((one) => one !== action.conflict) };
  }
}
