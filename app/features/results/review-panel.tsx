/** Why a response is flagged, and what a person decides about it. */
import { Form, Link } from "@remix-run/react";
import { Button, SubmitButton } from "~/components/button";
import { TextField } from "~/components/field";
import { RoleChip, Tag } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { Review } from "~/domain/quality/review";
import type { ToldFlag } from "~/domain/quality/tell-flags";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

export type ReviewRow = {
  id: string;
  role: ChainRole;
  companyName: string | null;
  completedAt: number;
  review: Review | null;
  reason: string;
  reviewedAt: number | null;
  flags: ToldFlag[];
};

/** The sentence that tells what was done. */
export const reviewed = { keep: "kept", exclude: "excluded", restore: "restored" } as const;

/** "User, Acme": how messages and buttons name a response. */
export function useWho() {
  const text = useText("quality");
  const { unknownCompany } = useText("results").responses;
  const { chain } = useText("roles");
  return ({ role, companyName }: Pick<ReviewRow, "role" | "companyName">) =>
    text.who({ role: chain[role], company: companyName ?? unknownCompany });
}

function FlagWords({ flag, base }: { flag: ToldFlag; base: string }) {
  const text = useText("quality");
  const { chain } = useText("roles");
  const format = useFormat();
  const language = useLanguage();
  switch (flag.kind) {
    case "straightlining":
      return flag.grids.map(({ title, run, rows }) => (
        <p key={title.en}>{text.straight({ run, rows, title: title[language] })}</p>
      ));
    case "speeding":
      return (
        <p>
          {text.fast({
            times: format.number(flag.index),
            above: format.number(flag.above),
            n: flag.responses,
          })}
        </p>
      );
    case "near-duplicate":
      return flag.of.map(({ id, same, compared }) => (
        <p key={id}>
          {text.duplicate({ same, compared })}{" "}
          <Link className="link" to={`${base}/responses/${id}`}>
            {text.otherResponse}
          </Link>
        </p>
      ));
    case "attention":
      return <p>{text.attention}</p>;
    case "contradiction":
      return flag.items.map(({ title, role }) => (
        <p key={`${title.en} ${role}`}>{text.contradicts({ title: title[language], role: chain[role] })}</p>
      ));
  }
}

export function FlagList({ flags, base }: { flags: readonly ToldFlag[]; base: string }) {
  const text = useText("quality");
  if (flags.length === 0) return <p className="text-muted text-sm">{text.noFlags}</p>;
  return (
    <ul className="grid gap-3">
      {flags.map((flag) => (
        <li key={flag.kind} className="grid gap-1 text-sm">
          <span>
            <Tag tone="warn">{text.kinds[flag.kind]}</Tag>
          </span>
          <FlagWords flag={flag} base={base} />
        </li>
      ))}
    </ul>
  );
}

/** Keep, exclude with a reason, or take the decision back. */
export function ReviewForms({ row, action, error }: { row: ReviewRow; action: string; error?: string }) {
  const text = useText("quality");
  const format = useFormat();
  const who = useWho()(row);
  const id = <input type="hidden" name="responseId" value={row.id} />;
  if (row.review !== null)
    return (
      <Form method="post" action={action} preventScrollReset className="flex flex-wrap items-center gap-3">
        {id}
        <Tag tone={row.review === "kept" ? "success" : "danger"}>{text.states[row.review]}</Tag>
        {row.reason && <span className="text-sm">{row.reason}</span>}
        {row.reviewedAt !== null && (
          <span className="text-muted text-sm">{format.dateTime(row.reviewedAt)}</span>
        )}
        <Button type="submit" size="small" name="intent" value="restore" aria-label={text.restoreOf({ who })}>
          {text.restore}
        </Button>
      </Form>
    );
  return (
    <div className="grid gap-4 sm:grid-cols-[auto_1fr] sm:items-end">
      <Form method="post" action={action} preventScrollReset>
        {id}
        <Button type="submit" name="intent" value="keep" aria-label={text.keepOf({ who })}>
          {text.keep}
        </Button>
      </Form>
      <Form
        method="post"
        action={action}
        preventScrollReset
        noValidate
        className="flex flex-wrap items-end gap-2"
      >
        {id}
        <div className="min-w-0 flex-1 basis-56">
          <TextField
            name="reason"
            id={`reason-${row.id}`}
            label={text.reason}
            defaultValue={row.flags.map(({ kind }) => text.kinds[kind]).join("; ")}
            maxLength={200}
            error={error}
            required
          />
        </div>
        <SubmitButton look="danger" name="intent" value="exclude" aria-label={text.excludeOf({ who })}>
          {text.exclude}
        </SubmitButton>
      </Form>
    </div>
  );
}

/** One flagged response with its reasons and its forms. */
export function ReviewCard({
  row,
  base,
  canEdit,
  chooseFor,
  error,
}: {
  row: ReviewRow;
  base: string;
  canEdit: boolean;
  /** The form that decides about several; without it the card cannot be ticked. */
  chooseFor?: string;
  error?: string;
}) {
  const text = useText("quality");
  const who = useWho()(row);
  const { unknownCompany } = useText("results").responses;
  const format = useFormat();
  return (
    <li className="grid gap-4 rounded-md border border-line bg-surface p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        {chooseFor && canEdit && (
          <label className="inline-flex min-h-6 items-center self-center">
            <input
              type="checkbox"
              name="responseId"
              value={row.id}
              form={chooseFor}
              aria-label={text.several.chooseOf({ who })}
              className="size-5"
            />
          </label>
        )}
        <RoleChip role={row.role} />
        <span className="font-medium">{row.companyName ?? unknownCompany}</span>
        <span className="text-muted text-sm">{format.dateTime(row.completedAt)}</span>
        <Link className="link text-sm sm:ms-auto" to={`${base}/responses/${row.id}`}>
          {text.open}
        </Link>
      </div>
      <FlagList flags={row.flags} base={base} />
      {canEdit && <ReviewForms row={row} action={`${base}/responses/review`} error={error} />}
    </li>
  );
}
