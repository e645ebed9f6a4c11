import { Form } from "@remix-run/react";
import { Button, SubmitButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { useText } from "~/i18n/use-text";

/** Says what will be here, and offers the example or an empty sheet. */
export function EmptyMarket({ action, canEdit }: { action: string; canEdit: boolean }) {
  const text = useText("market").empty;
  return (
    <EmptyState
      title={text.title}
      action={
        canEdit && (
          <Form method="post" action={action} className="flex flex-wrap gap-3">
            <SubmitButton name="intent" value="start-sample">
              {text.sample}
            </SubmitButton>
            <Button type="submit" name="intent" value="start-blank">
              {text.blank}
            </Button>
          </Form>
        )
      }
    >
      {text.text}
    </EmptyState>
  );
}
