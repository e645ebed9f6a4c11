import { useState } from "react";
import { Button } from "~/components/button";
import type { DraftEdit } from "~/domain/questionnaire/draft-change";
import type { PathPart } from "~/domain/questionnaire/draft-tree";
import type { BankEntry } from "~/domain/questionnaire/own-bank/browse";
import type { InsertPlan } from "~/domain/questionnaire/own-bank/insert-item";
import { useText } from "~/i18n/use-text";
import { InsertDialog } from "./insert-dialog";
import { SaveDialog } from "./save-dialog";
import type { Bank } from "./use-bank";

type BankButtonsProps = {
  bank: Bank;
  draft: unknown;
  selected: readonly PathPart[];
  inserting: boolean;
  onInserting(open: boolean): void;
  onInsert(plan: InsertPlan, entry: BankEntry): void;
  onSaved(edit: DraftEdit): void;
};

/** The ways into the bank and out of it, with their dialogs. */
export function BankButtons(props: BankButtonsProps) {
  const { bank, draft, selected, inserting, onInserting, onInsert, onSaved } = props;
  const text = useText("bank");
  const [saving, setSaving] = useState(false);
  return (
    <>
      <Button size="small" look="plain" aria-haspopup="dialog" onClick={() => onInserting(true)}>
        {text.insert.button}
      </Button>
      <Button size="small" look="plain" aria-haspopup="dialog" onClick={() => setSaving(true)}>
        {text.save.button}
      </Button>
      {inserting && (
        <InsertDialog bank={bank} draft={draft} onInsert={onInsert} onClose={() => onInserting(false)} />
      )}
      {saving && (
        <SaveDialog
          bank={bank}
          draft={draft}
          selected={selected}
          onSaved={onSaved}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}
