import { Form } from "@remix-run/react";
import { Button, SubmitButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { Dialog } from "~/components/dialog";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import { useFormat, useText } from "~/i18n/use-text";

type Listed = {
  id: string;
  number: number;
  name: string;
  startedAt: number;
  endedAt: number | null;
  complete: number;
};

/** Every wave of a study, the newest first, and the step to the next. */
export function WaveList({
  waves,
  ended,
  canEdit,
}: {
  waves: readonly Listed[];
  ended: boolean;
  canEdit: boolean;
}) {
  const all = useText("board");
  const text = all.wave;
  const cancel = useText("shell").actions.cancel;
  const format = useFormat();
  const next = (waves[0]?.number ?? 0) + 1;
  return (
    <Section
      title={text.allTitle}
      lead={text.allLead}
      actions={
        canEdit && (
          <>
            {!ended && (
              <Form method="post">
                <Button type="submit" name="intent" value="end">
                  {text.end}
                </Button>
              </Form>
            )}
            <Dialog trigger={text.next} title={text.next}>
              {(close) => (
                <Form method="post" onSubmit={close} className="grid gap-5">
                  <input type="hidden" name="number" value={next} />
                  <p>{text.nextLead}</p>
                  <div className="flex flex-wrap gap-3">
                    <SubmitButton name="intent" value="next">
                      {text.next}
                    </SubmitButton>
                    <Button onClick={close}>{cancel}</Button>
                  </div>
                </Form>
              )}
            </Dialog>
          </>
        )
      }
    >
      <DataTable
        caption={text.allTitle}
        captionHidden
        rows={waves}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "wave",
            header: text.name,
            cell: ({ number, name }) =>
              name ? `${all.waveNumber({ n: number })} · ${name}` : all.waveNumber({ n: number }),
          },
          { key: "began", header: text.began, cell: ({ startedAt }) => format.date(startedAt) },
          {
            key: "ended",
            header: text.ended,
            cell: ({ endedAt }) =>
              endedAt === null ? <Tag tone="success">{text.running}</Tag> : format.date(endedAt),
          },
          {
            key: "complete",
            header: text.responses,
            numeric: true,
            cell: ({ complete }) => format.number(complete),
          },
        ]}
      />
    </Section>
  );
}
