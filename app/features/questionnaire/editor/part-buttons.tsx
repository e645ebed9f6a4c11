import type { Dispatch } from "react";
import { Button } from "~/components/button";
import type { DraftEdit } from "~/domain/questionnaire/draft-change";
import { stepEdit } from "~/domain/questionnaire/draft-step";
import { useText } from "~/i18n/use-text";
import type { EditorAction, EditorState } from "./editor-state";

type PartButtonsProps = {
  state: EditorState;
  dispatch: Dispatch<EditorAction>;
  /** Told to those who do not see it. */
  onSaid(words: string): void;
};

/** The bar's buttons for the step before, and for the page or question that is selected. */
export function PartButtons({ state, dispatch, onSaid }: PartButtonsProps) {
  const text = useText("editor");
  const { draft, selected } = state;
  const movable = selected.length >= 2;
  const edit = (edit: DraftEdit) => dispatch({ do: "edit", edit, follow: true });
  const step = (direction: "up" | "down") => stepEdit(draft, selected, direction);
  const moveBy = (direction: "up" | "down") => {
    const move = step(direction);
    if (move) edit(move);
    onSaid(text.said.moved);
  };
  const remove = () => {
    edit({ edit: "remove", path: selected });
    onSaid(text.said.removed);
  };
  return (
    <>
      <Button size="small" disabled={state.past.length === 0} onClick={() => dispatch({ do: "undo" })}>
        {text.bar.undo}
      </Button>
      <Button size="small" disabled={state.future.length === 0} onClick={() => dispatch({ do: "redo" })}>
        {text.bar.redo}
      </Button>
      <span className="mx-1 h-6 border-line border-s" aria-hidden="true" />
      <Button
        size="small"
        look="plain"
        disabled={!movable || !step("up")}
        aria-label={text.bar.up}
        onClick={() => moveBy("up")}
      >
        <span aria-hidden="true">↑</span>
      </Button>
      <Button
        size="small"
        look="plain"
        disabled={!movable || !step("down")}
        aria-label={text.bar.down}
        onClick={() => moveBy("down")}
      >
        <span aria-hidden="true">↓</span>
      </Button>
      <Button
        size="small"
        look="plain"
        disabled={!movable}
        onClick={() => edit({ edit: "duplicate", path: selected })}
      >
        {text.bar.duplicate}
      </Button>
      <Button size="small" look="plain" disabled={!movable} onClick={remove}>
        {text.bar.remove}
      </Button>
    </>
  );
}
