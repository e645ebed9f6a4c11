import { useFormat, useText } from "~/i18n/use-text";
import { Notice } from "./notice";

type SavedMeanwhileProps = {
  /** Who saved it and when; null: no history of it is kept. */
  saved: { by: string; at: number } | null;
  /** What stands in the form and what they wrote, by the words of the fields; null: they removed it. */
  mine: Readonly<Record<string, string>>;
  theirs: Readonly<Record<string, string>> | null;
};

/** Somebody else saved the same row first: their version above the form, which keeps what was typed. */
export function SavedMeanwhile({ saved, mine, theirs }: SavedMeanwhileProps) {
  const text = useText("entries");
  const format = useFormat();
  const title = saved
    ? text.late({ who: saved.by || text.nobody, when: format.dateTime(saved.at) })
    : text.lateBySomebody;
  return (
    <Notice tone="warn" title={title} live>
      <p>{saved ? text.lateBody : text.lateForGood}</p>
      {theirs === null ? (
        <p className="mt-1">{text.lateRemoved}</p>
      ) : (
        <ul className="mt-1 list-disc ps-5">
          {Object.entries(theirs).map(([label, value]) =>
            value === (mine[label] ?? "") ? null : (
              <li key={label} className="whitespace-pre-line break-words">
                {text.theirs({ label, value: value || text.empty })}
              </li>
            ),
          )}
        </ul>
      )}
    </Notice>
  );
}
