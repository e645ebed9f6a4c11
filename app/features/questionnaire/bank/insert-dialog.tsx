import {
  type FormEvent,
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button, SubmitButton } from "~/components/button";
import { OpenDialog } from "~/components/dialog";
import { SelectField } from "~/components/field";
import { Notice } from "~/components/notice";
import { Tag } from "~/components/tag";
import { questionsOf, readText } from "~/domain/questionnaire/draft-tree";
import { type BankEntry, filterEntries } from "~/domain/questionnaire/own-bank/browse";
import { type InsertPlan, planInsert } from "~/domain/questionnaire/own-bank/insert-item";
import { useLanguage, useText } from "~/i18n/use-text";
import { ItemPreview } from "./item-preview";
import { type Bank, useEntries } from "./use-bank";

/** Kinds of parts that have no answer. */
const unanswered = new Set(["html", "image", "panel"]);

type InsertDialogProps = {
  bank: Bank;
  draft: unknown;
  onInsert(plan: InsertPlan, entry: BankEntry): void;
  onClose(): void;
};

/** Whose answer is set in where a text names a question that is not here. */
function StandIns(props: {
  names: readonly string[];
  draft: unknown;
  chosen: ReadonlyMap<string, string>;
  onChoose(name: string, question: string): void;
}) {
  const { names, draft, chosen, onChoose } = props;
  const text = useText("bank").insert;
  const language = useLanguage();
  const options = questionsOf(draft)
    .filter(({ element }) => !unanswered.has(String(element.type)))
    .map(({ element }) => {
      const title = readText(element.title);
      return {
        value: String(element.name),
        label: title[language] || title.en || title["zh-CN"] || String(element.name),
      };
    });
  return (
    <Notice tone="warn">
      <p>{text.piped}</p>
      <div className="mt-3 grid gap-3">
        {names.map((name) => (
          <SelectField
            key={name}
            name={`stand-in-${name}`}
            label={<code>{`{${name}}`}</code>}
            empty={text.asWritten({ name })}
            value={chosen.get(name) ?? ""}
            onChange={(event) => onChoose(name, event.currentTarget.value)}
            options={options}
          />
        ))}
      </div>
    </Notice>
  );
}

/** What inserting would do to names, measures and conditions, before it is done. */
function PlanNotes({ plan }: { plan: InsertPlan }) {
  const text = useText("bank").insert;
  if (plan.twice.length > 0) return <Notice tone="warn">{text.twice}</Notice>;
  const notes = [
    plan.anchored.length > 0 && text.anchored({ n: plan.anchored.length }),
    plan.kept.length > 0 && text.kept({ keys: plan.kept.join(", ") }),
    plan.dropped.length > 0 && text.dropped({ keys: plan.dropped.join(", ") }),
    plan.renamed.length > 0 &&
      text.renamed({ names: plan.renamed.map(({ from, to }) => `${from} → ${to}`).join(", ") }),
    plan.leftOut.length > 0 && text.leftOut({ n: plan.leftOut.length }),
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <ul className="grid list-disc gap-1 ps-5 text-muted text-sm">
      {notes.map((note) => (
        <li key={note} className="break-words">
          {note}
        </li>
      ))}
    </ul>
  );
}

/** Search, choose by arrows, look at it, insert: the keyboard never leaves the search field. */
export function InsertDialog({ bank, draft, onInsert, onClose }: InsertDialogProps) {
  const all = useText("bank");
  const text = all.insert;
  const kinds = useText("editor").kind;
  const language = useLanguage();
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const entries = useEntries(bank);
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = useDeferredValue(search);
  const shown = useMemo(
    () => filterEntries(entries, { search: wanted, type: "", role: "", source: "" }),
    [entries, wanted],
  );
  const at = Math.max(
    0,
    shown.findIndex((entry) => idOf(entry) === chosen),
  );
  const entry = shown[at];
  const { state, read } = bank;
  useEffect(() => {
    if (state === "unread") read();
    // Behind the dialog's own opening, which puts the focus on its first button.
    if (state === "there") field.current?.focus();
  }, [state, read]);
  const [standIns, setStandIns] = useState<ReadonlyMap<string, string>>(new Map());
  const planWith = useCallback(
    (given?: ReadonlyMap<string, string>) => {
      if (!entry) return null;
      const { id, revision, content } = entry;
      const origin = revision === null ? undefined : { id, revision };
      const { anchors, brief } = bank;
      return planInsert(draft, content, { product: brief.product, anchors, origin, standIns: given });
    },
    [entry, draft, bank],
  );
  const plan = useMemo(() => planWith(standIns), [planWith, standIns]);
  // All that it names, those with a stand-in as well, so that the choice can be changed.
  const piped = useMemo(() => planWith()?.piped ?? [], [planWith]);
  const option = (id: string) => `${list}-${id}`;

  const choose = (to: number) => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, to))];
    if (!next) return;
    setChosen(idOf(next));
    document.getElementById(option(idOf(next)))?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 6,
      PageUp: at - 6,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(to);
  };
  const insert = (event: FormEvent) => {
    event.preventDefault();
    if (plan && entry && plan.twice.length === 0) onInsert(plan, entry);
  };
  return (
    <OpenDialog wide title={text.title} onClose={onClose}>
      {bank.state === "failed" ? (
        <div className="grid gap-3">
          <Notice tone="danger" live>
            {text.failed}
          </Notice>
          <div>
            <Button onClick={bank.read}>{text.retry}</Button>
          </div>
        </div>
      ) : bank.state !== "there" ? (
        <p role="status" className="text-muted">
          {text.loading}
        </p>
      ) : (
        <form onSubmit={insert} className="grid gap-4 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <div className="grid min-w-0 content-start gap-2">
            <input
              ref={field}
              type="search"
              role="combobox"
              aria-label={text.search}
              aria-expanded={shown.length > 0}
              aria-controls={list}
              aria-autocomplete="list"
              aria-activedescendant={entry ? option(idOf(entry)) : undefined}
              placeholder={all.filter.searchHint}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
              onKeyDown={onKeyDown}
              className="control"
            />
            <p className="text-muted text-sm">{text.hint}</p>
            {shown.length === 0 && (
              <p role="status" className="text-muted">
                {all.nothingFound}
              </p>
            )}
            <div
              id={list}
              role="listbox"
              aria-label={text.list}
              tabIndex={-1}
              className="max-h-[min(18rem,30vh)] overflow-y-auto md:max-h-[min(26rem,55vh)]"
            >
              {shown.map((one) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the search field hears the keys of all options.
                <div
                  key={idOf(one)}
                  id={option(idOf(one))}
                  role="option"
                  aria-selected={one === entry}
                  onClick={() => setChosen(idOf(one))}
                  className="grid min-h-11 cursor-pointer gap-0.5 rounded-sm px-2 py-1.5 text-sm aria-selected:bg-accent-soft"
                >
                  <span className="flex items-baseline gap-2">
                    <span className="line-clamp-2 min-w-0 flex-1 break-words">{one.name[language]}</span>
                    {one.source === "own" && <Tag tone="info">{all.source.own}</Tag>}
                  </span>
                  <span className="text-muted text-xs">
                    {one.kind === "question" && one.types[0] ? kinds[one.types[0]] : all.kind[one.kind]}
                    {one.measures[0] && ` · ${one.measures[0]}`}
                  </span>
                </div>
              ))}
            </div>
          </div>
          <div className="grid min-w-0 content-start gap-4">
            {plan && <PlanNotes plan={plan} />}
            {piped.length > 0 && (
              <StandIns
                names={piped}
                draft={draft}
                chosen={standIns}
                onChoose={(name, question) =>
                  setStandIns((before) => {
                    const after = new Map(before);
                    if (question) after.set(name, question);
                    else after.delete(name);
                    return after;
                  })
                }
              />
            )}
            <div>
              <SubmitButton disabled={!plan || plan.twice.length > 0}>{text.submit}</SubmitButton>
            </div>
            {entry && (
              <div className="max-h-[45vh] min-w-0 overflow-y-auto">
                <ItemPreview key={idOf(entry)} content={entry.content} product={bank.brief.product} />
              </div>
            )}
          </div>
        </form>
      )}
    </OpenDialog>
  );
}

const idOf = ({ source, id }: BankEntry) => `${source}-${id}`;
