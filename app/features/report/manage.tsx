/** Freezing and sharing: the frozen reports of a study, the links to it, and what their readers said. */
import { Form } from "@remix-run/react";
import { Button, LinkButton, SubmitButton } from "~/components/button";
import { CopyField } from "~/components/copy-field";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { SelectField, TextField } from "~/components/field";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import type { LocalText } from "~/domain/language";
import type { ChapterKey } from "~/domain/report/document/report-document";
import {
  expiries,
  type ShareProblem,
  type ShareProblems,
  type ShareState,
} from "~/domain/report/document/share-form";
import { type Audience, audiences } from "~/domain/report/document/suppress";
import { useFormat, useText } from "~/i18n/use-text";
import { PeopleChoice, type PeopleOption, useSaid } from "./people-choice";
import { CommentLines } from "./viewer";

export type SnapshotRow = {
  id: string;
  name: string;
  version: string;
  responses: number;
  createdAt: number;
  createdBy: string;
  /** Its filter in words; null where it counts everybody. */
  said: readonly LocalText[] | null;
};
export type ShareRow = {
  id: string;
  name: string;
  url: string;
  audience: Audience;
  snapshot: string | null;
  said: readonly LocalText[] | null;
  state: ShareState | "gone";
  hasPassword: boolean;
  expiresAt: number | null;
  views: number;
  lastViewedAt: number | null;
};
export type CommentRow = {
  id: string;
  author: string;
  text: string;
  chapter: ChapterKey | null;
  link: string | null;
  createdAt: number;
};
export type Refused = {
  snapshot?: ShareProblem;
  share?: ShareProblems;
  typed: Record<string, string>;
} | null;

type ManageProps = {
  studyId: string;
  responses: number;
  people: readonly PeopleOption[];
  /** The report's own filter. */
  own: string;
  snapshots: readonly SnapshotRow[];
  shares: readonly ShareRow[];
  comments: readonly CommentRow[];
  refused: Refused;
};

/** A form of one button. */
function Act({ fields, label, name }: { fields: Record<string, string>; label: string; name?: string }) {
  return (
    <Form method="post" preventScrollReset>
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Button type="submit" size="small" look="plain" aria-label={name ? `${label}: ${name}` : undefined}>
        {label}
      </Button>
    </Form>
  );
}

function Snapshots({
  studyId,
  snapshots,
  people,
  own,
  refused,
}: Pick<ManageProps, "studyId" | "snapshots" | "people" | "own" | "refused">) {
  const { manage: text, layout } = useText("sharing");
  const words = useSaid();
  const format = useFormat();
  const problem = refused?.snapshot;
  return (
    <Section title={text.snapshots} lead={text.snapshotsLead}>
      <Form method="post" preventScrollReset className="grid max-w-xl gap-4" key={snapshots.length}>
        <input type="hidden" name="intent" value="freeze" />
        <TextField
          name="snapshotName"
          label={text.snapshotName}
          hint={text.snapshotHint}
          defaultValue={refused?.typed.snapshotName}
          error={problem && text.problems[problem]}
        />
        <PeopleChoice options={people} chosen={refused?.typed.people ?? own} hint={layout.peopleHint} />
        <div>
          <SubmitButton look="secondary">{text.freeze}</SubmitButton>
        </div>
      </Form>
      <div className="mt-6">
        <DataTable
          caption={text.snapshots}
          captionHidden
          rows={snapshots}
          rowKey={({ id }) => id}
          empty={text.noSnapshots}
          columns={[
            {
              key: "name",
              header: text.snapshot,
              cell: ({ id, name, said }) => (
                <>
                  <LinkButton
                    size="small"
                    look="plain"
                    className="-ms-3"
                    to={`/reports/${studyId}/frozen/${id}`}
                  >
                    {name}
                  </LinkButton>
                  {said && <p className="text-muted text-sm">{text.only({ said: words(said) })}</p>}
                </>
              ),
            },
            { key: "at", header: text.at, cell: ({ createdAt }) => format.date(createdAt) },
            { key: "by", header: text.by, cell: ({ createdBy }) => createdBy },
            {
              key: "responses",
              header: text.responses,
              numeric: true,
              cell: ({ responses }) => format.number(responses),
            },
            { key: "version", header: text.version, cell: ({ version }) => version || "–" },
            {
              key: "remove",
              header: "",
              cell: ({ id, name }) => (
                <Act fields={{ intent: "remove-snapshot", snapshotId: id }} label={text.remove} name={name} />
              ),
            },
          ]}
        />
      </div>
    </Section>
  );
}

const tones = { open: "success", expired: "neutral", revoked: "neutral", gone: "warn" } as const;

function ShareCard({ share }: { share: ShareRow }) {
  const text = useText("sharing").manage;
  const format = useFormat();
  const { id, name, url, audience, snapshot, said, state, hasPassword, expiresAt, views, lastViewedAt } =
    share;
  const words = useSaid();
  const facts = [
    snapshot ?? text.liveReport,
    said && text.only({ said: words(said) }),
    text.audiences[audience],
    hasPassword && text.withPassword,
    expiresAt !== null && text.until({ at: format.date(expiresAt) }),
    text.views({ n: views }),
    lastViewedAt !== null && text.lastView({ at: format.dateTime(lastViewedAt) }),
  ].filter(Boolean);
  return (
    <li className="rounded-md border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="flex flex-wrap items-baseline gap-x-3 font-semibold">
          {name} <Tag tone={tones[state]}>{text.state[state]}</Tag>
        </p>
        {state === "revoked" ? (
          <Act fields={{ intent: "reopen", shareId: id }} label={text.reopen} name={name} />
        ) : (
          <Act fields={{ intent: "revoke", shareId: id }} label={text.revoke} name={name} />
        )}
      </div>
      <p className="mt-1 text-muted text-sm">{facts.join(" · ")}</p>
      {state === "open" && (
        <div className="mt-3">
          <CopyField name={`link-${id}`} label={text.link({ name })} value={url} />
        </div>
      )}
    </li>
  );
}

function NewLink({
  snapshots,
  people,
  own,
  refused,
}: Pick<ManageProps, "snapshots" | "people" | "own" | "refused">) {
  const text = useText("sharing").manage;
  const problems = refused?.share ?? {};
  const wordOf = (problem: ShareProblem | undefined) => problem && text.problems[problem];
  const typed = refused?.share ? refused.typed : undefined;
  return (
    <Form method="post" preventScrollReset className="grid max-w-xl gap-5">
      <input type="hidden" name="intent" value="share" />
      <TextField
        name="name"
        label={text.linkName}
        hint={text.linkHint}
        defaultValue={typed?.name}
        error={wordOf(problems.name)}
      />
      <SelectField
        name="snapshot"
        label={text.shows}
        empty={text.liveReport}
        defaultValue={typed?.snapshot}
        options={snapshots.map(({ id, name }) => ({ value: id, label: name }))}
        error={wordOf(problems.snapshot)}
      />
      <PeopleChoice options={people} chosen={typed?.people ?? own} hint={text.linkPeopleHint} />
      <SelectField
        name="audience"
        label={text.audience}
        defaultValue={typed?.audience ?? "leadership"}
        options={audiences.map((value) => ({ value, label: text.audiences[value] }))}
        error={wordOf(problems.audience)}
      />
      <SelectField
        name="expiry"
        label={text.expires}
        defaultValue={typed?.expiry ?? "30"}
        options={expiries.map((value) => ({ value, label: text.expiry[value] }))}
        error={wordOf(problems.expiry)}
      />
      <TextField
        name="password"
        type="password"
        label={text.password}
        hint={text.passwordHint}
        optional
        autoComplete="new-password"
        error={wordOf(problems.password)}
      />
      <div>
        <SubmitButton>{text.create}</SubmitButton>
      </div>
    </Form>
  );
}

function Comments({ comments }: Pick<ManageProps, "comments">) {
  const text = useText("sharing");
  return (
    <Section title={text.manage.comments}>
      {comments.length === 0 ? (
        <p className="text-muted">{text.manage.noComments}</p>
      ) : (
        <ul className="grid gap-4">
          {comments.map(({ id, author, link, text: said, chapter, createdAt }) => (
            <li
              key={id}
              className="flex flex-wrap items-start justify-between gap-3 border-line border-s-2 ps-3"
            >
              <div className="min-w-0">
                <CommentLines
                  author={link ? text.manage.commentFrom({ author, link }) : author}
                  text={said}
                  at={createdAt}
                  about={chapter ? text.chapters[chapter] : text.viewer.whole}
                />
              </div>
              <Act
                fields={{ intent: "remove-comment", commentId: id }}
                label={text.manage.remove}
                name={author}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function Manage(props: ManageProps) {
  const { studyId, responses, people, own, snapshots, shares, comments, refused } = props;
  const text = useText("sharing");
  return (
    <>
      <PageHeader
        title={text.manage.title}
        lead={text.manage.lead}
        actions={
          <LinkButton size="small" to={`/studies/${studyId}/report`}>
            {text.layout.back}
          </LinkButton>
        }
      />
      {responses === 0 ? (
        <EmptyState title={text.manage.title}>{text.manage.nothingToShare}</EmptyState>
      ) : (
        <>
          <Section title={text.manage.links} lead={text.manage.linksLead}>
            <NewLink key={`new ${shares.length}`} {...{ snapshots, people, own, refused }} />
            {shares.length === 0 ? (
              <p className="mt-6 text-muted">{text.manage.noLinks}</p>
            ) : (
              <ul className="mt-6 grid gap-3">
                {shares.map((share) => (
                  <ShareCard key={share.id} share={share} />
                ))}
              </ul>
            )}
          </Section>
          <Snapshots {...{ studyId, snapshots, people, own, refused }} />
          <Comments comments={comments} />
        </>
      )}
    </>
  );
}
