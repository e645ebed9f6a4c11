import { useFormat, useText } from "~/i18n/use-text";
import { Notice } from "./notice";

type SavedMeanwhileProps = {
  who: string;
  at: number;
  /** What stands in the form and what they wrote, by the words of the fields; null: they removed it. */
  mine: Readonly<Record<string, string>>;
  theirs: Readonly<Record<string, string>> | null;
};

/** Somebody else saved the same row first: their version above the form, which keeps what was typed. */
export function SavedMeanwhile({ who, at, mine, theirs }: SavedMeanwhileProps) {
  const text = useText("entries");
  const format = useFormat();
  return (
    <Notice tone="warn" title={text.late({ who: who || text.nobody, when: format.dateTime(at) })} live>
      <p>{text.lateBody}</p>
      {theirs === null ? (
        <p className="mt-1">{text.lateRemoved}</p>
      ) : (
        <ul className="mt-1 list-disc ps-5">
          {Object.entries(theirs).map(([label, value]) =>
            value === (mine[label] ?? "") ? null : (
              <li key={label} className="break-words">
                {text.theirs({ label, value: value || text.empty })}
              </li>
            ),
          )}
        </ul>
      )}
    </Notice>
  );
}
