import { ChangeLog, type LoggedChange } from "./change-log";
import { UndoToast } from "./undo-toast";

type EntryChangesProps = {
  changes: readonly LoggedChange[];
  /** Whether there are older ones than these. */
  more: boolean;
  /** The page of the entries; who may not edit puts nothing back. */
  base: string;
  canEdit: boolean;
  /** What the last press did, and when; `state` is what it took out. */
  told: { message: string; state?: string } | null;
  at: number | undefined;
};

/** What was changed on a page of entries, under it; what was just taken out can be put back at once. */
export function EntryChanges({ changes, more, base, canEdit, told, at }: EntryChangesProps) {
  return (
    <>
      <ChangeLog changes={changes} more={more ? `${base}?history` : null} action={canEdit ? base : null} />
      {told && (
        <UndoToast
          key={at}
          message={told.message}
          undo={told.state ? { action: base, fields: { intent: "put-back", state: told.state } } : undefined}
        />
      )}
    </>
  );
}
