import { Form } from "@remix-run/react";
import { Button, SubmitButton } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { TextField } from "~/components/field";
import { Section } from "~/components/section";
import { useText } from "~/i18n/use-text";

type CompanyRemovalProps = { id: string; traces: { people: number; complete: number; partial: number } };

/** A company that stands twice is made one; one that does not belong goes. */
export function CompanyRemoval({ id, traces }: CompanyRemovalProps) {
  const text = useText("people").companyRemoval;
  const cancel = useText("shell").actions.cancel;
  return (
    <Section title={text.title}>
      <Form action="/companies/doubles" className="grid max-w-2xl items-end gap-4 sm:grid-cols-[1fr_auto]">
        <input type="hidden" name="company" value={id} />
        <TextField
          name="name"
          label={text.other}
          hint={text.otherHint}
          maxLength={200}
          autoComplete="off"
          required
        />
        <SubmitButton look="secondary">{text.compare}</SubmitButton>
      </Form>
      <div className="mt-6">
        <Dialog trigger={text.delete} look="danger" title={text.delete}>
          {(close) => (
            <Form method="post" onSubmit={close} className="grid gap-5">
              <p>{text.effect(traces)}</p>
              <div className="flex flex-wrap gap-3">
                <SubmitButton look="danger" name="intent" value="delete">
                  {text.delete}
                </SubmitButton>
                <Button onClick={close}>{cancel}</Button>
              </div>
            </Form>
          )}
        </Dialog>
      </div>
    </Section>
  );
}
