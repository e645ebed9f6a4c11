/** Letters and texts to copy, each with its own button to say that it is on its way. */
import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { CopyField } from "~/components/copy-field";
import { RowButton } from "~/components/row-button";
import { Panel } from "~/components/section";
import { RoleChip, Tag } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { Language } from "~/domain/language";
import type { MailKind } from "~/domain/mail/mail";
import { useText } from "~/i18n/use-text";

export type OutboxLetter = {
  id: string;
  kind: MailKind;
  role: ChainRole;
  language: Language;
  toName: string;
  toAddress: string;
  company: string;
  subject: string;
  body: string;
  chat: string;
};

export function OutboxLetters({ letters, canEdit }: { letters: readonly OutboxLetter[]; canEdit: boolean }) {
  const text = useText("mail");
  return (
    <ul className="grid gap-4">
      {letters.map(({ id, kind, role, language, toName, toAddress, company, subject, body, chat }) => (
        <li key={id}>
          <Panel>
            <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <RoleChip role={role} />
              <span className="font-medium">{toName || text.nobody}</span>
              <span className="text-muted">{company}</span>
              <Tag>{text.kinds[kind]}</Tag>
            </div>
            <details className="mt-3">
              <summary className="min-h-9 cursor-pointer py-1">{subject}</summary>
              <div className="mt-3 grid gap-4">
                <CopyField name={`to-${id}`} label={text.address} value={toAddress} />
                <CopyField name={`subject-${id}`} label={text.subject} value={subject} lang={language} />
                <CopyField name={`body-${id}`} label={text.body} value={body} rows={8} lang={language} />
                <CopyField name={`chat-${id}`} label={text.chat} value={chat} rows={4} lang={language} />
              </div>
            </details>
            {canEdit && (
              <Form method="post" preventScrollReset className="mt-3 flex flex-wrap gap-2">
                <input type="hidden" name="mailId" value={id} />
                <Button
                  type="submit"
                  size="small"
                  name="intent"
                  value="passed"
                  aria-label={text.passedOf({ to: toAddress })}
                >
                  {text.passed}
                </Button>
                <Button
                  type="submit"
                  size="small"
                  look="plain"
                  name="intent"
                  value="drop"
                  aria-label={text.dropOf({ to: toAddress })}
                >
                  {text.drop}
                </Button>
              </Form>
            )}
          </Panel>
        </li>
      ))}
    </ul>
  );
}

export type ChatPerson = {
  id: string;
  role: ChainRole;
  name: string;
  company: string;
  language: Language;
  chat: string;
};

export function ChatPeople({ people, canEdit }: { people: readonly ChatPerson[]; canEdit: boolean }) {
  const text = useText("mail");
  return (
    <ul className="grid gap-4">
      {people.map(({ id, role, name, company, language, chat }) => (
        <li key={id}>
          <Panel className="grid gap-3">
            <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <RoleChip role={role} />
              <span className="font-medium">{name || text.nobody}</span>
              <span className="text-muted">{company}</span>
            </div>
            <CopyField name={`chat-${id}`} label={text.chat} value={chat} rows={5} lang={language} />
            {canEdit && (
              <RowButton
                fields={{ invitationId: id }}
                intent="chat"
                label={text.passedOf({ to: name || company })}
                look="secondary"
              >
                {text.passed}
              </RowButton>
            )}
          </Panel>
        </li>
      ))}
    </ul>
  );
}
