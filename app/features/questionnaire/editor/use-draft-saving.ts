import { type Dispatch, useEffect, useRef, useState } from "react";
import { DraftSaver, type SaveState } from "./draft-saver";
import type { EditorAction, EditorState } from "./editor-state";
import { adoptDrafts } from "./kept-draft";

type Given = {
  /** Where drafts are saved. */
  address: string;
  /** Beginning of the browser's keys for this person and questionnaire. */
  keptUnder: string;
  loaded: { draft: unknown; revision: number };
  state: EditorState;
  dispatch: Dispatch<EditorAction>;
  onSaved(): void;
};

/** Saves the editor's draft as it changes, and brings back what an earlier visit could not save. */
export function useDraftSaving({ address, keptUnder, loaded, state, dispatch, onSaved }: Given) {
  const [save, setSave] = useState<SaveState>("saved");
  const [recovered, setRecovered] = useState(false);
  const [noRoom, setNoRoom] = useState(false);
  const saver = useRef<DraftSaver | null>(null);
  const saved = useRef(onSaved);
  saved.current = onSaved;

  // biome-ignore lint/correctness/useExhaustiveDependencies: one saver a visit; it carries its own state from there.
  useEffect(() => {
    const own = `${keptUnder}${Math.random().toString(36).slice(2)}`;
    const made = new DraftSaver(address, own, loaded, {
      onState: setSave,
      onReceived: (base, theirs) => dispatch({ do: "received", base, theirs }),
      onSaved: () => saved.current(),
      onNoRoom: () => setNoRoom(true),
    });
    saver.current = made;
    adoptDrafts(keptUnder, own).then((drafts) => {
      for (const { base, draft } of drafts) dispatch({ do: "recovered", base, mine: draft });
      if (drafts.length > 0) setRecovered(true);
    });
    return () => made.end();
  }, []);

  useEffect(() => saver.current?.changed(state.draft, state.receipts), [state.draft, state.receipts]);

  return { save, recovered, noRoom, saveNow: () => saver.current?.now() };
}
