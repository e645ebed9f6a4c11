import { Form, Link } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { TextField } from "~/components/field";
import { RowButton } from "~/components/row-button";
import type { CraftKind } from "~/domain/questionnaire/craft";
import type { Finding } from "~/domain/questionnaire/finding";
import { useText } from "~/i18n/use-text";

export type ListedFinding = Finding<CraftKind> & {
  key: string;
  reason: string | null;
  about: string;
  open: string | null;
};
export type ReasonRefusal = { key: string; reason: string; message: string };

type CraftListProps = { findings: readonly ListedFinding[]; canEdit: boolean; refusal: ReasonRefusal | null };

/** Findings under the question they are about. */
export function CraftList({ findings, canEdit, refusal }: CraftListProps) {
  const text = useText("craft");
  const groups = [...new Set(findings.map(({ about }) => about))];
  return (
    <div className="grid gap-6">
      {groups.map((about) => {
        const own = findings.filter((finding) => finding.about === about);
        const open = own.find((finding) => finding.open !== null)?.open;
        return (
          <section key={about} className="border-line border-t pt-4">
            <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 text-base">
              <span className="min-w-0 max-w-prose break-words">{about}</span>
              {open && (
                <Link to={open} className="link font-normal text-sm" aria-label={`${text.open}: ${about}`}>
                  {text.open}
                </Link>
              )}
            </h3>
            <ul className="mt-2 grid gap-3">
              {own.map((finding) => (
                <FindingItem
                  key={finding.key}
                  finding={finding}
                  canEdit={canEdit}
                  refusal={refusal?.key === finding.key ? refusal : null}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function FindingItem(props: { finding: ListedFinding; canEdit: boolean; refusal: ReasonRefusal | null }) {
  const { finding, canEdit, refusal } = props;
  const text = useText("craft");
  const sentence = text.finding[finding.kind](finding.values);
  const id = `reason-${finding.key.replace(/[^\w-]/g, "-")}`;
  return (
    <li className="grid gap-1">
      <p className="max-w-prose">{sentence}</p>
      {finding.reason !== null && (
        <p className="max-w-prose text-muted text-sm">{text.keptReason({ reason: finding.reason })}</p>
      )}
      {canEdit && finding.reason !== null && (
        <RowButton
          fields={{ key: finding.key }}
          intent="take-back"
          label={text.takeBackOf({ finding: sentence })}
        >
          {text.takeBack}
        </RowButton>
      )}
      {canEdit && finding.reason === null && (
        <details open={refusal !== null || undefined}>
          <summary
            className="link inline-flex min-h-9 cursor-pointer items-center text-sm"
            aria-label={text.keepOf({ finding: sentence })}
          >
            {text.keep}
          </summary>
          <Form
            method="post"
            preventScrollReset
            noValidate
            className="mt-2 grid max-w-prose gap-3 rounded-md border border-line bg-surface p-4"
          >
            <input type="hidden" name="intent" value="keep" />
            <input type="hidden" name="key" value={finding.key} />
            <TextField
              name="reason"
              id={id}
              label={text.reason}
              hint={text.reasonHint}
              defaultValue={refusal?.reason}
              error={refusal?.message}
              autoComplete="off"
            />
            <SubmitButton size="small" className="justify-self-start">
              {text.keepIt}
            </SubmitButton>
          </Form>
        </details>
      )}
    </li>
  );
}
