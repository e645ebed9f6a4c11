import { Notice } from "~/components/notice";
import { useText } from "~/i18n/use-text";

type Field = { name: string; mine: string; theirs: string };

/** Two people saved the same thing: what the other one wrote, where it differs from what stands in the form. */
export function SavedBetween({ fields }: { fields: readonly Field[] }) {
  const text = useText("competitors").conflict;
  return (
    <Notice tone="warn" title={text.title} live>
      <p>{text.body}</p>
      <ul className="mt-2 list-disc ps-5">
        {fields
          .filter(({ mine, theirs }) => mine !== theirs)
          .map(({ name, theirs }) => (
            <li key={name} className="whitespace-pre-line">
              {text.theirs({ field: name, text: theirs || text.empty })}
            </li>
          ))}
      </ul>
    </Notice>
  );
}
