/** What an author looks at just now becomes whom the report counts. */
import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { useText } from "~/i18n/use-text";

/** `search` is a filter as the end of an address; empty for everybody. */
export function CountThese({ study, search }: { study: string; search: string }) {
  const text = useText("sharing").page;
  return (
    <Form
      method="post"
      action={`${study}/report/arrange`}
      className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden"
    >
      <input type="hidden" name="people" value={search} />
      <SubmitButton look="secondary" size="small" name="intent" value="count">
        {search ? text.countThese : text.countAll}
      </SubmitButton>
      <p className="text-muted text-sm">{text.countHint}</p>
    </Form>
  );
}
