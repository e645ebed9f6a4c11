/** The published versions of a questionnaire; `?version=` shows the JSON of one. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { ErrorPage } from "~/components/error-page";
import { TextArea } from "~/components/field";
import { Tag } from "~/components/tag";
import { listMembers } from "~/data/members";
import { findVersionJson, listVersions } from "~/data/questionnaires";
import { useFormat, useText } from "~/i18n/use-text";
import { requireQuestionnaire } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, where } = await requireQuestionnaire(request, params, "readStudies");
  const [versions, members] = await Promise.all([
    listVersions(store, where),
    listMembers(store, { workspaceId }),
  ]);
  const asked = versions.find(({ id }) => id === new URL(request.url).searchParams.get("version"));
  const found = asked && (await findVersionJson(store, { workspaceId, versionId: asked.id }));
  return {
    versions: versions.map(({ id, number, publishedAt, publishedBy }) => ({
      ...{ id, number, publishedAt },
      by: members.find((member) => member.id === publishedBy)?.name ?? null,
    })),
    shown: found ? { number: found.number, json: JSON.stringify(found.json, null, 2) } : null,
  };
};

export default function Versions() {
  const { versions, shown } = useLoaderData<typeof loader>();
  const text = useText("questionnaire");
  const format = useFormat();
  const newest = versions[0]?.id;
  return (
    <div className="grid gap-6">
      <p className="max-w-prose text-muted">{text.versions.lead}</p>
      <DataTable
        caption={text.versions.title}
        captionHidden
        empty={text.versions.none}
        rows={versions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "number",
            header: text.versions.number,
            cell: ({ id, number }) => (
              <>
                {number} {id === newest && <Tag tone="success">{text.versions.current}</Tag>}
              </>
            ),
          },
          {
            key: "date",
            header: text.versions.date,
            cell: ({ publishedAt }) => format.dateTime(publishedAt),
          },
          { key: "by", header: text.versions.by, cell: ({ by }) => by ?? text.versions.somebody },
          {
            key: "show",
            header: text.tabs.json,
            cell: ({ id, number }) => (
              <Link to={`?version=${id}`} className="link" aria-label={`${text.versions.show}: ${number}`}>
                {text.versions.show}
              </Link>
            ),
          },
        ]}
      />
      {shown && (
        <TextArea
          key={shown.number}
          name="version-json"
          label={`${text.versions.show}: ${shown.number}`}
          rows={24}
          readOnly
          value={shown.json}
          wrap="off"
          className="font-mono text-sm whitespace-pre"
        />
      )}
    </div>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
