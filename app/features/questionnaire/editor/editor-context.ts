/** What every part of the editor can do; stays the same object, so that typing redraws only what shows the text. */
import { createContext, useContext } from "react";
import type { DraftEdit } from "~/domain/questionnaire/draft-change";
import type { PathPart } from "~/domain/questionnaire/draft-tree";

export type EditorActions = {
  /** `join`: further edits under this word are the same step. `follow`: go to what the edit was about. */
  edit(edit: DraftEdit, more?: { join?: string; follow?: boolean }): void;
  select(path: readonly PathPart[]): void;
  /** Ends the step that typing is in. */
  settle(): void;
};

export const EditorContext = createContext<EditorActions>({
  edit: () => undefined,
  select: () => undefined,
  settle: () => undefined,
});
export const useEditor = () => useContext(EditorContext);
