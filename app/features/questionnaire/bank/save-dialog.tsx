import { Link, useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { Button, SubmitButton } from "~/components/button";
import { ChoiceGroup } from "~/components/choice-field";
import { OpenDialog } from "~/components/dialog";
import { TextField } from "~/components/field";
import { Notice } from "~/components/notice";
import type { DraftEdit } from "~/domain/questionnaire/draft-change";
import { childrenKey, holdsQuestions, pagePaths } from "~/domain/questionnaire/draft-outline";
import {
  isObject,
  listOf,
  type PathPart,
  pathText,
  readText,
  valueAt,
} from "~/domain/questionnaire/draft-tree";
import { topCopies } from "~/domain/questionnaire/own-bank/copies";
import { type ItemContent, itemLimits, titleOfItem } from "~/domain/questionnaire/own-bank/item";
import { originOf } from "~/domain/questionnaire/own-bank/origin";
import { namesProduct } from "~/domain/questionnaire/own-bank/product-name";
import { itemFrom, markSaved } from "~/domain/questionnaire/own-bank/save-item";
import { useLanguage, useText } from "~/i18n/use-text";
import type { Bank } from "./use-bank";

type Path = readonly PathPart[];
type Reply =
  | { kind: "saved" | "again"; id: string; name: string; revision: number; content: ItemContent }
  | { kind: "changed" | "refused" };

/** The parts of what is selected that can be saved one by one: questions of a page or panel, pages of the whole. */
function partsIn(draft: unknown, selected: Path): Path[] {
  if (selected.length === 0) return pagePaths(draft).filter((path) => path.length > 0);
  const part = valueAt(draft, selected);
  if (!isObject(part)) return [];
  const isPage = selected.length === 2 && selected[0] === "pages";
  if (!isPage && !holdsQuestions(part)) return [];
  const key = childrenKey(part);
  return listOf(part[key]).flatMap((one, at) => (isObject(one) ? [[...selected, key, at]] : []));
}

type SaveDialogProps = {
  bank: Bank;
  draft: unknown;
  selected: Path;
  onSaved(edit: DraftEdit): void;
  onClose(): void;
};

/** Saves what is selected, or some of what is in it, as a new item or as a newer wording of the one it came from. */
export function SaveDialog({ bank, draft, selected, onSaved, onClose }: SaveDialogProps) {
  const all = useText("bank");
  const text = all.save;
  const { read } = bank;
  const shell = useText("shell").actions;
  const language = useLanguage();
  const fetcher = useFetcher<Reply>();
  const parts = useMemo(() => partsIn(draft, selected), [draft, selected]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(parts.map(pathText)));
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<{ paths: readonly Path[]; draft: unknown } | null>(null);
  const done = useRef<Reply | null>(null);
  const part = valueAt(draft, selected);
  const origin = originOf(part);
  const source = bank.items.find(({ id }) => id === origin?.id);
  const [asNewer, setAsNewer] = useState(true);
  const newer = asNewer && source ? source : null;
  // A newer wording is of the whole item, wherever its parts stand by now.
  const paths = useMemo((): Path[] => {
    if (newer) return topCopies(draft, newer.id).map(({ path }) => path);
    const whole = selected.length > 0 && chosen.size === parts.length;
    return whole ? [selected] : parts.filter((path) => chosen.has(pathText(path)));
  }, [newer, draft, selected, chosen, parts]);
  const saved = useMemo(
    () => itemFrom(draft, paths, { product: bank.brief.product, id: newer?.id }),
    [draft, paths, bank.brief.product, newer?.id],
  );
  const [name, setName] = useState<string | null>(null);
  const shownName = name ?? (saved ? titleOfItem(saved.content)[language] : "").slice(0, itemLimits.name);
  const ownName = shownName.replaceAll("{{product}}", bank.brief.product);
  const reply = fetcher.state === "idle" ? fetcher.data : undefined;
  const finished = reply && (reply.kind === "saved" || reply.kind === "again") ? reply : null;

  // The parts become copies of what was saved, so that the bank knows of them.
  useEffect(() => {
    if (!finished || !sent || done.current === finished) return;
    done.current = finished;
    onSaved(markSaved(sent.draft, sent.paths, finished));
    read();
  }, [finished, sent, onSaved, read]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!saved || ownName.trim() === "") return;
    const tags = new FormData(event.currentTarget).get("tags");
    setSent({ paths, draft });
    fetcher.submit(
      {
        ...{ itemId: newer?.id ?? "", revision: String(origin && newer ? origin.revision : 0) },
        ...{ name: newer?.name ?? ownName, tags: typeof tags === "string" ? tags : "" },
        content: JSON.stringify(saved.content),
      },
      { method: "post", action: bank.address },
    );
  };
  const titleOf = (path: Path) => {
    const one = valueAt(draft, path);
    const title = readText(isObject(one) ? one.title : "");
    return title[language] || title.en || title["zh-CN"] || String(isObject(one) ? one.name : "");
  };
  if (finished)
    return (
      <OpenDialog title={text.title} onClose={onClose}>
        <div className="grid gap-4">
          <Notice tone="success" live>
            {finished.kind === "again" ? text.again(finished) : text.done(finished)}
          </Notice>
          <div className="flex flex-wrap items-center gap-4">
            <Button onClick={onClose}>{shell.close}</Button>
            <Link to={`/bank/${finished.id}`} className="link">
              {text.see}
            </Link>
          </div>
        </div>
      </OpenDialog>
    );
  const failed = reply?.kind === "changed" ? text.changed : reply?.kind === "refused" ? text.refused : null;
  const broken = fetcher.state === "idle" && sent !== null && reply === undefined;
  return (
    <OpenDialog title={text.title} onClose={onClose}>
      {selected.length === 0 && parts.length === 0 ? (
        <p>{text.noPages}</p>
      ) : (
        <form onSubmit={submit} noValidate className="grid gap-5">
          {(failed || broken) && (
            <Notice tone="danger" live>
              {failed ?? text.failed}
            </Notice>
          )}
          {!newer && (parts.length > 1 || selected.length === 0) ? (
            <ChoiceGroup
              name="parts"
              label={selected.length === 0 ? text.pages : text.questions}
              pick="many"
              error={tried && chosen.size === 0 ? text.nothing : null}
              defaultValue={parts.map(pathText)}
              choices={parts.map((path) => ({ value: pathText(path), label: titleOf(path) }))}
              onChange={(event) => {
                const { value, checked } = event.currentTarget;
                setChosen((before) =>
                  checked ? new Set([...before, value]) : new Set([...before].filter((one) => one !== value)),
                );
              }}
            />
          ) : (
            <p>
              <span className="block font-medium">{text.what}</span>
              {newer ? paths.map(titleOf).join(" · ") : titleOf(selected)}
            </p>
          )}
          {source && (
            <ChoiceGroup
              name="as"
              label={text.as}
              pick="one"
              defaultValue="newer"
              choices={[
                { value: "newer", label: text.asNewer(source), hint: text.asNewerHint },
                { value: "new", label: text.asNew },
              ]}
              onChange={(event) => setAsNewer(event.currentTarget.value === "newer")}
            />
          )}
          {!newer && (
            <>
              <TextField
                name="name"
                label={all.item.name}
                value={ownName}
                maxLength={itemLimits.name}
                error={tried && ownName.trim() === "" ? all.item.nameMissing : null}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <TextField name="tags" label={all.item.tagsField} hint={all.item.tagsHint} optional />
            </>
          )}
          {saved && (namesProduct(saved.content) || saved.leftOut.length > 0) && (
            <ul className="grid list-disc gap-1 ps-5 text-muted text-sm">
              {namesProduct(saved.content) && <li>{text.product(bank.brief)}</li>}
              {saved.leftOut.length > 0 && <li>{text.leftOut({ n: saved.leftOut.length })}</li>}
            </ul>
          )}
          <div>
            <SubmitButton disabled={fetcher.state !== "idle"}>{text.submit}</SubmitButton>
          </div>
        </form>
      )}
    </OpenDialog>
  );
}
