import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { useText } from "~/i18n/use-text";

/** One button that publishes the questionnaires named by `id/revision`; `anyway` once its author has read what is to know. */
export function PublishForm({
  publish,
  action,
  label,
  anyway = false,
}: {
  publish: readonly string[];
  action?: string;
  label: string;
  anyway?: boolean;
}) {
  const text = useText("questionnaire").publish;
  return (
    <Form method="post" action={action} preventScrollReset={false}>
      <input type="hidden" name="intent" value="publish" />
      {publish.map((one) => (
        <input key={one} type="hidden" name="publish" value={one} />
      ))}
      {anyway && <input type="hidden" name="anyway" value="yes" />}
      <Button type="submit" look="primary">
        {anyway ? text.anyway : label}
      </Button>
    </Form>
  );
}
