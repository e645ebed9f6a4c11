import { Form } from "@remix-run/react";
import { Button, SubmitButton } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Section } from "~/components/section";
import { useText } from "~/i18n/use-text";

type Traces = { complete: number; partial: number; invitations: number };

/** The two ways to take a person out, with what each does to results before it is done. */
export function RemovePerson({ traces, anonymous }: { traces: Traces; anonymous: boolean }) {
  const text = useText("people").removal;
  const cancel = useText("shell").actions.cancel;
  const ways = [
    ...(anonymous
      ? []
      : [{ intent: "anonymise", label: text.anonymise, effect: text.anonymiseEffect } as const]),
    { intent: "delete", label: text.delete, effect: text.deleteEffect(traces) } as const,
  ];
  return (
    <Section title={text.title} lead={text.lead}>
      <p className="mb-4">{text.traces(traces)}</p>
      <div className="flex flex-wrap gap-3">
        {ways.map(({ intent, label, effect }) => (
          <Dialog key={intent} trigger={label} look="danger" title={label}>
            {(close) => (
              <Form method="post" onSubmit={close} className="grid gap-5">
                <p>{effect}</p>
                <div className="flex flex-wrap gap-3">
                  <SubmitButton look="danger" name="intent" value={intent}>
                    {text.confirm}
                  </SubmitButton>
                  <Button onClick={close}>{cancel}</Button>
                </div>
              </Form>
            )}
          </Dialog>
        ))}
      </div>
    </Section>
  );
}
