/** Files of people: bring one, and see those brought in before. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { listImports } from "~/data/imports";
import { ImportList } from "~/features/people/import-list";
import { UploadForm } from "~/features/people/upload-form";
import { requireMember } from "~/server/gate";
import { keepUpload } from "~/server/people-import";
import { postedForm } from "~/server/request";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId, can } = await requireMember(request, "readStudies");
  return { imports: await listImports(store, { workspaceId, kind: "contacts" }), canEdit: can.editStudies };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { store, workspaceId, member, now } = await requireMember(request, "editStudies");
  const form = await postedForm(request);
  const [file, encoding] = [form.get("file"), form.get("encoding")];
  const kept = await keepUpload(store, { workspaceId, createdBy: member.name, file, encoding, now });
  return kept.ok ? redirect(`/companies/imports/${kept.importId}`) : data({ problem: kept.problem }, 422);
};

export default function Imports() {
  const { imports, canEdit } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <>
      {canEdit && <UploadForm problem={done?.problem ?? null} />}
      <ImportList imports={imports} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
