import { Form, Link } from "@remix-run/react";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "./button";
import { Section } from "./section";

export type LoggedChange = {
  id: string;
  who: string;
  at: number;
  what: string;
  how: "added" | "changed" | "removed";
  /** The fields that differ, before and after; empty text for none. */
  fields: readonly { label: string; from: string; to: string }[];
};

type Fields = Readonly<Record<string, string>>;

/** A change out of what a row said before and after it, by the words of its fields; null where it was not there. */
export function loggedChange(
  change: { id: string; savedBy: string; savedAt: number },
  what: string,
  [before, after]: readonly [Fields | null, Fields | null],
): LoggedChange {
  const labels = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return {
    ...{ id: change.id, who: change.savedBy, at: change.savedAt, what },
    how: after === null ? "removed" : before === null ? "added" : "changed",
    fields: labels.flatMap((label) => {
      const [from, to] = [before?.[label] ?? "", after?.[label] ?? ""];
      return from === to ? [] : [{ label, from, to }];
    }),
  };
}

type ChangeLogProps = {
  changes: readonly LoggedChange[];
  /** Where the older ones are, when there are some. */
  more: string | null;
  /** Where putting back is posted to; null for who may not. */
  action: string | null;
};

/** Who changed which figures and when, the newest first; what stood before a change can be put back. */
export function ChangeLog({ changes, more, action }: ChangeLogProps) {
  const text = useText("entries");
  const format = useFormat();
  if (changes.length === 0) return null;
  return (
    <Section title={text.history} lead={text.historyLead}>
      <details>
        <summary className="link inline-flex min-h-9 cursor-pointer items-center text-sm">
          {text.show({ n: changes.length })}
        </summary>
        <ol className="mt-2 grid max-w-4xl">
          {changes.map(({ id, who, at, what, how, fields }) => (
            <li
              key={id}
              className="flex flex-wrap items-start justify-between gap-x-6 border-line border-t py-3"
            >
              <div className="min-w-0 flex-1 basis-64">
                <p className="break-words font-medium">{text.how[how]({ what })}</p>
                {how === "changed" && (
                  <ul className="text-sm tabular-nums">
                    {fields.map(({ label, from, to }) => (
                      <li key={label} className="break-words">
                        {text.field({ label, from: from || text.empty, to: to || text.empty })}
                      </li>
                    ))}
                  </ul>
                )}
                <p className="text-muted text-sm">
                  {text.by({ who: who || text.nobody, when: format.dateTime(at) })}
                </p>
              </div>
              {action && (
                <Form method="post" action={action} preventScrollReset className="print:hidden">
                  <input type="hidden" name="state" value={id} />
                  <Button
                    type="submit"
                    look="plain"
                    size="small"
                    name="intent"
                    value="put-back"
                    aria-label={text.putBackThis({ what, when: format.dateTime(at) })}
                  >
                    {how === "added" ? text.takeOut : text.putBack}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ol>
        {more && (
          <p className="mt-2">
            <Link to={more} className="link inline-flex min-h-9 items-center text-sm" preventScrollReset>
              {text.older}
            </Link>
          </p>
        )}
      </details>
    </Section>
  );
}
