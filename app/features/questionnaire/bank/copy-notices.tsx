import { Link } from "@remix-run/react";
import { memo, useMemo } from "react";
import { Button } from "~/components/button";
import { Notice } from "~/components/notice";
import type { DraftEdit } from "~/domain/questionnaire/draft-change";
import { type PathPart, valueAt } from "~/domain/questionnaire/draft-tree";
import { ignoreWording, rewordedIn, takeOver } from "~/domain/questionnaire/own-bank/copies";
import { isAnchorMeasure } from "~/domain/questionnaire/own-bank/insert-item";
import { measuresOfItem } from "~/domain/questionnaire/own-bank/item";
import { copiesIn, originOf } from "~/domain/questionnaire/own-bank/origin";
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

/** One item that the bank words otherwise now: the texts side by side, and the choice. */
function NewerWording({ bank, item, draft, onEdit, onShow }: NewerProps) {
  const text = useText("bank").copy;
  const language = useLanguage();
  const { product } = bank.brief;
  const reworded = rewordedIn(draft, item, product);
  const [first] = copiesIn(draft, item.id);
  const words = { name: item.name };
  return (
    <li className="grid gap-2">
      <p>{text.newer(words)}</p>
      {reworded.length === 0 ? (
        <p className="text-sm">{text.otherwise}</p>
      ) : (
        <ul className="grid gap-2 text-sm">
          {reworded.slice(0, shownTexts).map(({ name, here, there }) => {
            const shown =
              here[language] === there[language] ? (language === "en" ? "zh-CN" : "en") : language;
            return (
              <li key={`${name}/${here.en}/${there.en}/${there["zh-CN"]}`}>
                <span className="block">
                  <span className="text-muted">{text.here}: </span>
                  <del lang={shown}>{here[shown] || text.empty}</del>
                </span>
                <span className="block">
                  <span className="text-muted">{text.there}: </span>
                  <ins lang={shown} className="no-underline">
                    {there[shown] || text.empty}
                  </ins>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {reworded.length > shownTexts && (
        <p className="text-sm">{text.more({ n: reworded.length - shownTexts })}</p>
      )}
      {measuresOfItem(item.content).some(isAnchorMeasure) && <p className="text-sm">{text.anchor}</p>}
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          aria-label={text.takeOf(words)}
          onClick={() => {
            const edit = takeOver(draft, item, product);
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
