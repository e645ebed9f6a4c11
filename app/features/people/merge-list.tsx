import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Section } from "~/components/section";
import type { ListedMerge } from "~/data/merges";
import { useFormat, useText } from "~/i18n/use-text";

/** What was made one lately, each with the way back. */
export function MergeList({ merges }: { merges: readonly ListedMerge[] }) {
  const all = useText("people");
  const text = all.doubles.lately;
  const format = useFormat();
  if (merges.length === 0) return null;
  return (
    <Section title={text.title}>
      <p className="max-w-prose text-muted">{text.lead}</p>
      <ul className="mt-3 grid gap-3">
        {merges.map(({ id, kind, keepName, goneName, createdAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-md border border-line px-4 py-3"
          >
            <span className="min-w-0">
              <span className="block break-words">
                {text.entry({ keep: keepName || all.unnamed, gone: goneName || all.unnamed })}
              </span>
              <span className="text-muted text-sm">{text.when({ kind, date: format.date(createdAt) })}</span>
            </span>
            <Form method="post">
              <input type="hidden" name="merge" value={id} />
              <SubmitButton look="plain" size="small" name="intent" value="apart">
                {text.apart}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
