import { Link } from "@remix-run/react";
import { memo, useMemo, useState } from "react";
import { Button } from "~/components/button";
import { ChoiceGroup } from "~/components/choice-field";
import { Notice } from "~/components/notice";
import type { DraftEdit } from "~/domain/questionnaire/draft-change";
import { findQuestion, type PathPart, readText, valueAt } from "~/domain/questionnaire/draft-tree";
import { ignoreWording } from "~/domain/questionnaire/own-bank/copies";
import { isAnchorMeasure } from "~/domain/questionnaire/own-bank/insert-item";
import { measuresOfItem } from "~/domain/questionnaire/own-bank/item";
import { copiesIn, originOf } from "~/domain/questionnaire/own-bank/origin";
import { type CopyClash, lookAtNewer, takeOver } from "~/domain/questionnaire/own-bank/take-over";
import { useLanguage, useText } from "~/i18n/use-text";
import type { Bank } from "./use-bank";

const shownTexts = 4;

type NewerProps = {
  bank: Bank;
  item: Bank["items"][number];
  draft: unknown;
  onEdit(edit: DraftEdit, said: string): void;
  onShow(path: readonly PathPart[]): void;
};

/** What a clash is about, and each side of it, as people read them. */
function useClashWords(draft: unknown) {
  const text = useText("bank").copy;
  const { setting } = useText("editor");
  const names = useText("shell").language;
  const language = useLanguage();
  const labels: Record<string, string> = setting;
  const said = (given: unknown): string => {
    if (given === undefined || given === "") return text.empty;
    if (typeof given === "boolean") return given ? text.yes : text.no;
    if (typeof given !== "object" || given === null) return String(given);
    if (Array.isArray(given)) return given.map(said).join(" · ");
    const { value, text: worded, title } = given as Record<string, unknown>;
    const own = readText(worded ?? title ?? (value === undefined ? given : value));
    return own[language] || own.en || own["zh-CN"] || JSON.stringify(given);
  };
  const field = ({ path }: CopyClash): string =>
    path
      .map((part) => {
        const word = String(part);
        if (word === "en" || word === "default") return names.en;
        if (word === "zh-cn") return names["zh-CN"];
        return word.startsWith("=") ? word.slice(1) : (labels[word] ?? "");
      })
      .filter(Boolean)
      .join(" · ");
  const question = ({ name }: CopyClash): string => {
    const title = readText(findQuestion(draft, name)?.element.title);
    return title[language] || title.en || title["zh-CN"] || name;
  };
  return { said, label: (clash: CopyClash) => `${question(clash)} — ${field(clash)}` };
}

/** One item that the bank words otherwise now: the texts side by side, and the choice. */
function NewerWording({ bank, item, draft, onEdit, onShow }: NewerProps) {
  const text = useText("bank").copy;
  const { named } = useText("figure");
  const language = useLanguage();
  const { product } = bank.brief;
  const { comes, stays, clashes, compared } = useMemo(
    () => lookAtNewer(draft, item, product),
    [draft, item, product],
  );
  const { said, label } = useClashWords(draft);
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  // What was changed here stays unless somebody picks; where nobody knows who changed it, the bank's is meant.
  const usual = compared ? "here" : "there";
  const picks = new Set(clashes.flatMap(({ key }) => ((picked[key] ?? usual) === "there" ? [key] : [])));
  const [first] = copiesIn(draft, item.id);
  const words = { name: item.name };
  return (
    <li className="grid gap-2">
      <p>{text.newer(words)}</p>
      {comes.length + clashes.length === 0 && <p className="text-sm">{text.otherwise}</p>}
      {comes.length > 0 && (
        <ul className="grid gap-2 text-sm">
          {comes.slice(0, shownTexts).map(({ name, here, there }) => {
            const shown =
              here[language] === there[language] ? (language === "en" ? "zh-CN" : "en") : language;
            return (
              <li key={`${name}/${here.en}/${there.en}/${there["zh-CN"]}`}>
                <span className="block">
                  <span className="text-muted">{named({ name: text.here, said: "" })}</span>
                  <del lang={shown}>{here[shown] || text.empty}</del>
                </span>
                <span className="block">
                  <span className="text-muted">{named({ name: text.there, said: "" })}</span>
                  <ins lang={shown} className="no-underline">
                    {there[shown] || text.empty}
                  </ins>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {comes.length > shownTexts && <p className="text-sm">{text.more({ n: comes.length - shownTexts })}</p>}
      {stays > 0 && <p className="text-sm">{text.stays({ n: stays })}</p>}
      {clashes.length > 0 && (
        <div className="grid gap-3 text-sm">
          <p>{compared ? text.both : text.unknown}</p>
          {clashes.map((clash) => (
            <ChoiceGroup
              key={clash.key}
              name={`pick-${item.id}-${clash.key}`}
              pick="one"
              label={label(clash)}
              sides
              defaultValue={usual}
              onChange={({ currentTarget: { value } }) =>
                setPicked((before) => ({ ...before, [clash.key]: value }))
              }
              choices={[
                { value: "here", label: said(clash.mine), hint: text.here },
                { value: "there", label: said(clash.theirs), hint: text.there },
              ]}
            />
          ))}
        </div>
      )}
      {measuresOfItem(item.content).some(isAnchorMeasure) && <p className="text-sm">{text.anchor}</p>}
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          aria-label={text.takeOf(words)}
          onClick={() => {
            const edit = takeOver(draft, item, product, picks);
            if (edit) onEdit(edit, text.taken);
          }}
        >
          {text.take}
        </Button>
        <Button
          size="small"
          look="plain"
          aria-label={text.ignoreOf(words)}
          onClick={() => onEdit(ignoreWording(draft, item), text.ignored)}
        >
          {text.ignore}
        </Button>
        {first && (
          <Button
            size="small"
            look="plain"
            aria-label={text.showOf(words)}
            onClick={() => onShow(first.path)}
          >
            {text.show}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Every item of this questionnaire that has a newer wording in the bank. */
export const NewerWordings = memo(function NewerWordings({ bank, draft, ...rest }: Omit<NewerProps, "item">) {
  const text = useText("bank").copy;
  const older = useMemo(() => {
    if (bank.items.length === 0) return [];
    const copies = copiesIn(draft);
    return bank.items.filter(({ id, revision }) =>
      copies.some(({ origin }) => origin.id === id && origin.revision < revision),
    );
  }, [bank.items, draft]);
  if (older.length === 0) return null;
  return (
    <Notice tone="info" title={text.newerTitle} live>
      <ul className="grid gap-4">
        {older.map((item) => (
          <NewerWording key={item.id} item={item} bank={bank} draft={draft} {...rest} />
        ))}
      </ul>
    </Notice>
  );
});

/** Says of the selected part that it came from the bank, and how often that item is used. */
export function CopyOrigin({
  bank,
  draft,
  selected,
}: {
  bank: Bank;
  draft: unknown;
  selected: readonly PathPart[];
}) {
  const all = useText("bank");
  const origin = originOf(valueAt(draft, selected));
  if (!origin || bank.state !== "there") return null;
  const item = bank.items.find(({ id }) => id === origin.id);
  return (
    <p className="pb-3 text-muted text-sm">
      {item ? (
        <>
          {all.copy.from}:{" "}
          <Link to={`/bank/${item.id}`} className="link">
            {item.name}
          </Link>{" "}
          · {all.uses({ n: item.elsewhere + 1 })}
        </>
      ) : (
        all.copy.deleted
      )}
    </p>
  );
}
