import { Form } from "@remix-run/react";
import { useState } from "react";
import { useText } from "~/i18n/use-text";
import { Button } from "./button";

type UndoToastProps = {
  /** What was done: "Archived." */
  message: string;
  /** The post that takes it back; without one the toast only tells. */
  undo?: { action: string; fields: Readonly<Record<string, string>> };
};

/** Tells what was done and offers to take it back. Stays until answered; give it a `key` so that the next one shows. */
export function UndoToast({ message, undo }: UndoToastProps) {
  const text = useText("shell").actions;
  const [dismissed, setDismissed] = useState(false);
  if (dismissed) return null;
  return (
    <div
      role="status"
      className="fixed inset-x-4 bottom-4 z-20 mx-auto flex max-w-lg flex-wrap items-center gap-x-4 gap-y-1 rounded-md border border-edge bg-surface py-2 ps-4 pe-2 shadow-lg print:hidden"
    >
      <p className="wrap-anywhere min-w-0 flex-1">{message}</p>
      {undo && (
        <Form method="post" action={undo.action} preventScrollReset>
          {Object.entries(undo.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" size="small">
            {text.undo}
          </Button>
        </Form>
      )}
      <Button look="plain" size="small" onClick={() => setDismissed(true)}>
        {text.dismiss}
      </Button>
    </div>
  );
}
