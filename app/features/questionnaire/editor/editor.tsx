import { type ReactNode, useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { Button } from "~/components/button";
import { Notice } from "~/components/notice";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import type { QuestionnaireBrief } from "~/domain/questionnaire/bank/brief";
import type { DraftEdit } from "~/domain/questionnaire/draft-change";
import { insertEdit, insertPagesEdit } from "~/domain/questionnaire/draft-insert";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import type { JsonObject } from "~/domain/questionnaire/draft-tree";
import { newPage, newQuestion } from "~/domain/questionnaire/new-question";
import { copiesIn } from "~/domain/questionnaire/own-bank/origin";
import { useLanguage, useText } from "~/i18n/use-text";
import { BankButtons } from "../bank/bank-buttons";
import { CopyOrigin, NewerWordings } from "../bank/copy-notices";
import { useBank } from "../bank/use-bank";
import { RoleGuidance } from "../craft/role-guidance";
import { AddDialog } from "./add-dialog";
import { ConflictNotice } from "./conflict-notice";
import { CraftHints } from "./craft-hints";
import { type EditorActions, EditorContext } from "./editor-context";
import { editorReducer, editorState } from "./editor-state";
import { HelpDialog } from "./help-dialog";
import { PartButtons } from "./part-buttons";
import { QuestionPane } from "./question-pane";
import { SaveStatus } from "./save-status";
import { SettingsPane } from "./settings-pane";
import { StructurePane } from "./structure-pane";
import { useDraftSaving } from "./use-draft-saving";

export type EditorProps = {
  address: string;
  keptUnder: string;
  draft: unknown;
  revision: number;
  language: Language;
  role: ChainRole;
  brief: QuestionnaireBrief;
  needsAt: string;
  bankAt: string;
  /** The name of the part to begin at. */
  startAt?: string | undefined;
  onSaved(): void;
};

const panes = ["structure", "question", "settings"] as const;
type Pane = (typeof panes)[number];

/** The editor: structure, the question as the respondent sees it, its settings; on a phone one of them at a time. */
export function Editor(props: EditorProps) {
  const { address, keptUnder, draft: loadedDraft, revision, brief, role, needsAt } = props;
  const text = useText("editor");
  const bankText = useText("bank");
  const spoken = useLanguage();
  const [state, dispatch] = useReducer(editorReducer, loadedDraft, (draft) => {
    const parts = outlineOf(draft);
    const first = parts.find(({ part }) => props.startAt && part.name === props.startAt) ?? parts[0];
    return editorState(draft, first?.path ?? []);
  });
  const [pane, setPane] = useState<Pane>("structure");
  const [search, setSearch] = useState("");
  const [language, setLanguage] = useState<Language>(props.language);
  const [said, setSaid] = useState("");
  const [inserting, setInserting] = useState(false);
  const adding = useRef<HTMLDialogElement>(null);
  const finder = useRef<HTMLInputElement>(null);
  const areas = useRef<Partial<Record<Pane, HTMLElement | null>>>({});
  const { draft, selected } = state;
  const rows = useMemo(() => outlineOf(draft), [draft]);
  const hasCopies = useMemo(() => copiesIn(draft).length > 0, [draft]);
  const bank = useBank(props.bankAt, brief, hasCopies);
  const saving = useDraftSaving({
    ...{ address, keptUnder, state, dispatch },
    loaded: { draft: loadedDraft, revision },
    onSaved: props.onSaved,
  });
  const actions = useMemo<EditorActions>(
    () => ({
      edit: (edit, more = {}) => dispatch({ do: "edit", edit, ...more }),
      select: (path) => dispatch({ do: "select", path }),
      settle: () => dispatch({ do: "settle" }),
    }),
    [],
  );

  const focusIn = useCallback((to: Pane) => {
    setPane(to);
    requestAnimationFrame(() => {
      const area = areas.current[to];
      const first = {
        structure: ["[role=treeitem][tabindex='0']", "[role=tree]"],
        question: ["input, textarea, select, button"],
        settings: ["textarea, input, select", "summary"],
      }[to];
      const target = first.map((wanted) => area?.querySelector<HTMLElement>(wanted)).find(Boolean);
      target?.focus();
    });
  }, []);
  const closeAdding = () => adding.current?.close();
  const insert = (elements: JsonObject[], draws?: JsonObject[]) => {
    closeAdding();
    dispatch({ do: "edit", edit: insertEdit(draft, selected, elements, draws), follow: true });
    focusIn("settings");
  };
  const insertPages = (pages: readonly JsonObject[], draws?: readonly JsonObject[]) => {
    closeAdding();
    dispatch({ do: "edit", edit: insertPagesEdit(draft, selected, pages, draws), follow: true });
    setPane("structure");
  };
  const openAdding = () => adding.current?.showModal();
  const editAndSay = useCallback(
    (edit: DraftEdit, words: string) => {
      actions.edit(edit);
      setSaid(words);
    },
    [actions],
  );
  // Shortcuts work wherever the focus is in the editor; those of the tree are its own.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const command = event.ctrlKey || event.metaKey;
      if (command && key === "z") dispatch({ do: event.shiftKey ? "redo" : "undo" });
      else if (command && key === "y") dispatch({ do: "redo" });
      else if (command && key === "s") saving.saveNow();
      else if (command && key === "b") setInserting(true);
      else if (command && key === "k") {
        setPane("structure");
        finder.current?.focus();
        // On a phone the structure is shown first.
        requestAnimationFrame(() => finder.current?.focus());
      } else if (event.key === "F6") {
        const now = panes.findIndex((one) => areas.current[one]?.contains(document.activeElement));
        focusIn(panes[(now + (event.shiftKey ? 2 : 1)) % panes.length] ?? "structure");
      } else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [focusIn, saving.saveNow]);

  const area = (name: Pane, children: ReactNode, more = "") => (
    <section
      ref={(element) => {
        areas.current[name] = element;
      }}
      aria-label={text.pane[name]}
      className={`min-w-0 ${pane === name ? "" : "hidden"} lg:block lg:max-h-[calc(100vh-9rem)] lg:overflow-y-auto ${more}`}
    >
      {children}
    </section>
  );
  return (
    <EditorContext.Provider value={actions}>
      <div className="grid gap-4">
        {saving.recovered && (
          <Notice tone="success" live>
            {text.save.recovered}
          </Notice>
        )}
        {saving.noRoom && (
          <Notice tone="warn" live>
            {text.save.noRoom}
          </Notice>
        )}
        <ConflictNotice
          draft={draft}
          conflicts={state.conflicts}
          onSettled={(conflict) => dispatch({ do: "settle-conflict", conflict })}
        />
        <NewerWordings bank={bank} draft={draft} onEdit={editAndSay} onShow={actions.select} />
        <div className="sticky top-0 z-[4] flex flex-wrap items-center gap-2 border-line border-b bg-paper py-2">
          <Button size="small" look="primary" aria-haspopup="dialog" onClick={openAdding}>
            {text.bar.add}
          </Button>
          <PartButtons state={state} dispatch={dispatch} onSaid={setSaid} />
          <BankButtons
            {...{ bank, draft, selected, inserting }}
            onInserting={setInserting}
            onInsert={({ parts, draws }, { content, name }) => {
              setInserting(false);
              if (content.holds === "pages") insertPages(parts, draws);
              else insert(parts, draws);
              setSaid(bankText.insert.said({ name: name[spoken] }));
            }}
            onSaved={actions.edit}
          />
          <HelpDialog />
          <div className="ms-auto">
            <SaveStatus save={saving.save} />
          </div>
          <fieldset aria-label={text.pane.label} className="grid w-full grid-cols-3 gap-1 lg:hidden">
            {panes.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={pane === one}
                onClick={() => setPane(one)}
                className="min-h-11 rounded-md border border-line text-sm aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-on-ink"
              >
                {text.pane[one]}
              </button>
            ))}
          </fieldset>
          <p role="status" className="sr-only">
            {said}
          </p>
        </div>
        <div className="grid items-start gap-x-5 gap-y-4 lg:grid-cols-[minmax(12rem,15rem)_minmax(0,1fr)_minmax(16rem,20rem)]">
          {area(
            "structure",
            <>
              <div className="sticky top-0 z-[1] grid gap-1 bg-paper pb-1">
                <input
                  ref={finder}
                  type="search"
                  value={search}
                  onChange={(event) => setSearch(event.currentTarget.value)}
                  aria-label={text.structure.search}
                  placeholder={text.structure.search}
                  className="control min-h-10 py-1"
                />
                <button
                  type="button"
                  aria-pressed={selected.length === 0}
                  onClick={() => actions.select([])}
                  className="min-h-9 rounded-sm px-2 text-start text-sm aria-pressed:bg-accent-soft"
                >
                  {text.structure.survey}
                </button>
              </div>
              {rows.length === 0 && <p className="p-2 text-muted text-sm">{text.structure.empty}</p>}
              <StructurePane
                draft={draft}
                rows={rows}
                selected={selected}
                jumps={state.jumps}
                search={search}
                onAdd={openAdding}
                onOpen={() => focusIn("settings")}
                onMoved={() => setSaid(text.said.moved)}
              />
            </>,
          )}
          {area(
            "question",
            <QuestionPane draft={draft} selected={selected} language={language} onLanguage={setLanguage} />,
          )}
          {area(
            "settings",
            <>
              <CopyOrigin bank={bank} draft={draft} selected={selected} />
              <CraftHints draft={draft} selected={selected} role={role} languages={brief.languages} />
              <SettingsPane draft={draft} selected={selected} />
              <RoleGuidance role={role} />
            </>,
            "lg:pe-1",
          )}
        </div>
        <AddDialog
          ref={adding}
          draft={draft}
          brief={brief}
          role={role}
          needsAt={needsAt}
          close={closeAdding}
          onBank={() => {
            closeAdding();
            setInserting(true);
          }}
          onKind={(kind) => insert([newQuestion(kind)])}
          onPage={() => insertPages([newPage()])}
          onBlock={({ pages, draws }) => insertPages(pages, draws)}
        />
      </div>
    </EditorContext.Provider>
  );
}
