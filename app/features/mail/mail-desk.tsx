/** Everything about the letters of one study, the next thing to do first. */
import { Form } from "@remix-run/react";
import { Button, LinkButton, SubmitButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { FieldError, FieldHint } from "~/components/field-frame";
import { Notice } from "~/components/notice";
import { Panel, Section } from "~/components/section";
import { Tag } from "~/components/tag";
import type { RuleField, TypedRule } from "~/domain/mail/forms";
import { type MailKind, type MailState, mailStates } from "~/domain/mail/mail";
import type { ReminderRule, Unwelcome } from "~/domain/mail/reminders";
import { useFormat, useText } from "~/i18n/use-text";
import { ChatPeople, type ChatPerson, type OutboxLetter, OutboxLetters } from "./outbox";
import { RuleForm } from "./rule-form";

type Answer = { at: number } & (
  | { kind: "moved"; to: "sent" | "queued" | "cancelled"; n: number }
  | { kind: "wrote"; n: number }
  | { kind: "passed" | "rule-saved" | "rule-stopped" | "no-files" }
  | { kind: "rule-refused"; problems: RuleField[]; typed: TypedRule }
  | { kind: "bounces"; matched: number; other: number }
);

type MailDeskProps = {
  study: { id: string; product: string };
  canEdit: boolean;
  maySet: boolean;
  hasServer: boolean;
  trouble: string;
  rule: ReminderRule | null;
  counts: { state: MailState; n: number }[];
  invited: number;
  toWrite: number;
  notWritten: { why: Unwelcome; n: number }[];
  uncertain: { id: string; toAddress: string; subject: string; kind: MailKind; claimedAt: number | null }[];
  failed: { id: string; toAddress: string; state: MailState; why: string }[];
  outbox: OutboxLetter[];
  chat: { rows: ChatPerson[]; more: number };
  answer?: Answer;
};

function Told({ answer }: { answer: Answer }) {
  const text = useText("mail");
  const words = (() => {
    switch (answer.kind) {
      case "moved":
        return answer.n === 0 ? text.gone : text.done[answer.to](answer);
      case "wrote":
        return text.wrote(answer);
      case "passed":
        return text.done.passed;
      case "rule-saved":
        return text.rule.saved;
      case "rule-stopped":
        return text.rule.stopped;
      case "bounces":
        return text.bounces.read(answer);
      default:
        return null;
    }
  })();
  return words === null ? null : (
    <Notice key={answer.at} tone="success" live>
      {words}
    </Notice>
  );
}

function Uncertain({ letters, canEdit }: { letters: MailDeskProps["uncertain"]; canEdit: boolean }) {
  const text = useText("mail");
  const format = useFormat();
  return (
    <ul className="grid gap-3">
      {letters.map(({ id, toAddress, subject, claimedAt }) => (
        <li key={id}>
          <Panel className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span className="font-medium">{toAddress}</span>
            <span className="text-muted text-sm">{subject}</span>
            {claimedAt !== null && <span className="text-muted text-sm">{format.dateTime(claimedAt)}</span>}
            {canEdit && (
              <Form method="post" preventScrollReset className="flex flex-wrap gap-2 sm:ms-auto">
                <input type="hidden" name="mailId" value={id} />
                {(["arrived", "again"] as const).map((intent) => (
                  <Button
                    key={intent}
                    type="submit"
                    size="small"
                    name="intent"
                    value={intent}
                    aria-label={text[`${intent}Of`]({ to: toAddress })}
                  >
                    {text[intent]}
                  </Button>
                ))}
              </Form>
            )}
          </Panel>
        </li>
      ))}
    </ul>
  );
}

function Bounces({ missing }: { missing: boolean }) {
  const text = useText("mail").bounces;
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      preventScrollReset
      className="grid justify-items-start gap-3"
    >
      <label htmlFor="field-files" className="font-medium">
        {text.files}
      </label>
      <FieldHint id="field-files" hint=".eml" />
      <input
        id="field-files"
        type="file"
        name="files"
        multiple
        accept=".eml,message/rfc822,text/plain"
        aria-describedby="field-files-hint field-files-error"
        aria-invalid={missing ? true : undefined}
        className="control max-w-full"
      />
      <FieldError id="field-files" error={missing ? text.nothing : null} />
      <SubmitButton look="secondary" name="intent" value="bounces">
        {text.upload}
      </SubmitButton>
    </Form>
  );
}

export function MailDesk(props: MailDeskProps) {
  const { study, canEdit, hasServer, counts, invited, toWrite, notWritten, answer, chat } = props;
  const text = useText("mail");
  const format = useFormat();
  const base = `/studies/${study.id}/fieldwork`;
  const waiting = counts.find(({ state }) => state === "queued")?.n ?? 0;
  const listed = mailStates.flatMap((state) => counts.find((one) => one.state === state) ?? []);
  return (
    <>
      <div className="mb-8 grid max-w-prose gap-3 empty:hidden">
        {answer && <Told answer={answer} />}
        {!hasServer && (
          <Notice>
            <p>{text.noServer}</p>
            <p className="mt-2">
              {props.maySet ? (
                <LinkButton size="small" to="/settings/mail">
                  {text.toSettings}
                </LinkButton>
              ) : (
                text.askOwner
              )}
            </p>
          </Notice>
        )}
        {props.trouble && <Notice tone="warn">{text.settings.trouble({ why: props.trouble })}</Notice>}
      </div>
      {invited === 0 ? (
        <EmptyState title={text.none}>{text.noInvitations}</EmptyState>
      ) : (
        <Section
          title={text.writeTitle}
          actions={
            <LinkButton size="small" to={`${base}/mail/wording`}>
              {text.wording}
            </LinkButton>
          }
        >
          <p>{text.toWrite({ n: toWrite })}</p>
          {notWritten.length > 0 && (
            <p className="mt-1 text-muted text-sm">
              {text.notWritten({
                parts: format.list(notWritten.map(({ why, n }) => text.part({ n, why: text.not[why] }))),
              })}
            </p>
          )}
          {canEdit && toWrite > 0 && (
            <Form method="post" className="mt-4">
              <SubmitButton name="intent" value="write">
                {text.write({ n: toWrite })}
              </SubmitButton>
            </Form>
          )}
        </Section>
      )}
      {props.uncertain.length > 0 && (
        <Section title={text.uncertainTitle} lead={text.uncertainLead}>
          <Uncertain letters={props.uncertain} canEdit={canEdit} />
        </Section>
      )}
      {listed.length > 0 && (
        <Section
          title={text.stateTitle}
          lead={hasServer && waiting > 0 ? text.waitingLead({ n: waiting }) : undefined}
        >
          <DataTable
            caption={text.stateTitle}
            captionHidden
            rows={listed}
            rowKey={({ state }) => state}
            columns={[
              { key: "state", header: text.state, cell: ({ state }) => text.states[state] },
              { key: "n", header: text.count, numeric: true, cell: ({ n }) => format.number(n) },
            ]}
          />
        </Section>
      )}
      {props.outbox.length > 0 && (
        <Section
          title={text.outboxTitle}
          lead={text.outboxLead({ n: waiting })}
          actions={
            <LinkButton size="small" to={`${base}/mail.csv`} reloadDocument download>
              {text.outboxCsv}
            </LinkButton>
          }
        >
          <OutboxLetters letters={props.outbox} canEdit={canEdit} />
        </Section>
      )}
      {chat.rows.length > 0 && (
        <Section title={text.chatTitle} lead={text.chatLead}>
          <ChatPeople people={chat.rows} canEdit={canEdit} />
          {chat.more > 0 && <p className="mt-3 text-muted text-sm">{text.more({ n: chat.more })}</p>}
        </Section>
      )}
      {props.failed.length > 0 && (
        <Section title={text.failedTitle}>
          <DataTable
            caption={text.failedTitle}
            captionHidden
            rows={props.failed}
            rowKey={({ id }) => id}
            columns={[
              { key: "to", header: text.to, cell: ({ toAddress }) => toAddress },
              {
                key: "state",
                header: text.state,
                cell: ({ state }) => <Tag tone="danger">{text.states[state]}</Tag>,
              },
              { key: "why", header: text.why, cell: ({ why }) => <span lang="en">{why}</span> },
            ]}
          />
        </Section>
      )}
      {canEdit && (
        <>
          <Section title={text.rule.title} lead={hasServer ? text.rule.lead : text.rule.needsServer}>
            <RuleForm
              key={answer?.kind === "rule-saved" || answer?.kind === "rule-stopped" ? answer.at : ""}
              rule={props.rule}
              refused={answer?.kind === "rule-refused" ? answer : null}
            />
          </Section>
          {listed.length > 0 && (
            <Section title={text.bounces.title} lead={text.bounces.lead}>
              <Bounces missing={answer?.kind === "no-files"} />
            </Section>
          )}
        </>
      )}
    </>
  );
}
