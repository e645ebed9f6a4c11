import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { ChoiceGroup } from "~/components/choice-field";
import { Notice } from "~/components/notice";
import { RowButton } from "~/components/row-button";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import { languages } from "~/domain/language";
import type { MemberRole } from "~/domain/permission";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import type { Refusal } from "./answer";
import { NameField, PasswordField, Refused, Submit, useBlocked, useProblem } from "./fields";

export const ownIntents = ["profile", "password", "end-session", "end-others"] as const;
type OwnIntent = (typeof ownIntents)[number];

/** `at` tells one answer from the next, so that a form that succeeded twice is emptied twice. */
export type OwnAnswer =
  | { intent: OwnIntent; done: true; at: number }
  | ({ intent: "profile" | "password"; done: false; wrong?: true; until?: number } & Refusal);

type Session = { id: string; device: string; createdAt: number; seenAt: number; current: boolean };

type OwnSettingsProps = {
  member: { name: string; email: string; role: MemberRole };
  sessions: readonly Session[];
  answer?: OwnAnswer;
};

/** What one form gets back; the answers of the others do not concern it. */
function useAnswer(answer: OwnAnswer | undefined, intent: OwnIntent) {
  const mine = answer?.intent === intent ? answer : undefined;
  return { done: mine?.done ? mine : undefined, refused: mine && !mine.done ? mine : undefined };
}

function Done({ children }: { children: string }) {
  return (
    <div className="mb-4">
      <Notice tone="success" live>
        {children}
      </Notice>
    </div>
  );
}

function Profile({ member, answer }: Pick<OwnSettingsProps, "member" | "answer">) {
  const text = useText("account");
  const { language: languageNames } = useText("shell");
  const roles = useText("roles").member;
  const language = useLanguage();
  const { done, refused } = useAnswer(answer, "profile");
  const problem = useProblem(refused?.problems);
  return (
    <Section
      title={text.you.profile}
      lead={text.you.signedInAs({ email: member.email, role: roles[member.role] })}
    >
      {done && <Done key={done.at}>{text.settings.saved}</Done>}
      <Form method="post" noValidate className="grid max-w-md gap-5">
        <Refused problems={refused?.problems} />
        <NameField refusal={refused} defaultValue={member.name} />
        <ChoiceGroup
          key={language}
          name="language"
          pick="one"
          inline
          label={text.fields.language}
          choices={languages.map((value) => ({
            value,
            label: <span lang={value}>{languageNames[value]}</span>,
          }))}
          defaultValue={refused?.typed.language ?? language}
          error={problem("language")}
        />
        <Submit look="secondary" intent="profile">
          {useText("shell").actions.save}
        </Submit>
      </Form>
    </Section>
  );
}

function Password({ member, answer }: Pick<OwnSettingsProps, "member" | "answer">) {
  const text = useText("account");
  const { done, refused } = useAnswer(answer, "password");
  const wrong = refused?.wrong ? text.you.passwordWrong : undefined;
  const blocked = useBlocked(refused?.until);
  return (
    <Section title={text.you.password} lead={text.you.passwordLead}>
      {done && <Done key={done.at}>{text.you.passwordChanged}</Done>}
      <Form key={done?.at} method="post" noValidate className="grid max-w-md gap-5">
        <Refused problems={refused?.problems} found={{ name: "current", message: wrong }} whole={blocked} />
        {/* Tells a password manager whose password this is. */}
        <input type="hidden" autoComplete="username" value={member.email} readOnly />
        <PasswordField
          name="current"
          label={text.fields.currentPassword}
          refusal={refused}
          error={wrong}
          autoComplete="current-password"
        />
        <PasswordField
          label={text.fields.newPassword}
          hint={text.fields.passwordHint}
          refusal={refused}
          autoComplete="new-password"
        />
        <Submit look="secondary" intent="password">
          {text.you.changePassword}
        </Submit>
      </Form>
    </Section>
  );
}

function Sessions({ sessions, answer }: Pick<OwnSettingsProps, "sessions" | "answer">) {
  const text = useText("account").you;
  const format = useFormat();
  const ended = useAnswer(answer, "end-session").done;
  const othersEnded = useAnswer(answer, "end-others").done;
  return (
    <Section title={text.sessions} lead={text.sessionsLead}>
      {ended && <Done key={ended.at}>{text.ended}</Done>}
      {othersEnded && <Done key={othersEnded.at}>{text.othersEnded}</Done>}
      <ul className="border-line border-t">
        {sessions.map(({ id, device, createdAt, seenAt, current }) => (
          <li
            key={id}
            className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b py-2"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2">
                {device || text.unknownDevice}
                {current && <Tag tone="success">{text.thisDevice}</Tag>}
              </p>
              <p className="text-muted text-sm">
                {text.seen({ time: format.dateTime(seenAt) })} ·{" "}
                {text.since({ time: format.dateTime(createdAt) })}
              </p>
            </div>
            {!current && (
              <RowButton
                fields={{ sessionId: id }}
                intent="end-session"
                label={text.endOf({ device: device || text.unknownDevice })}
                look="secondary"
              >
                {text.end}
              </RowButton>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" preventScrollReset className="mt-4">
          <Button type="submit" name="intent" value="end-others">
            {text.endOthers}
          </Button>
        </Form>
      )}
    </Section>
  );
}

/** Everything a member changes about themselves. */
export function OwnSettings({ member, sessions, answer }: OwnSettingsProps) {
  return (
    <>
      <Profile member={member} answer={answer} />
      <Password member={member} answer={answer} />
      <Sessions sessions={sessions} answer={answer} />
    </>
  );
}
