/** One file of people: what it would bring in, and, once confirmed, what it brought. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { findImport, undoContactImport, updateImportMapping } from "~/data/imports";
import { chainRoles } from "~/domain/chain/role";
import { mappingFrom } from "~/domain/fieldwork/contact-columns";
import { columnsOf } from "~/domain/fieldwork/file-import";
import { wordIn } from "~/domain/typed";
import { ImportOutcome } from "~/features/people/import-outcome";
import { ImportPreview } from "~/features/people/import-preview";
import { useText } from "~/i18n/use-text";
import { requireMember } from "~/server/gate";
import { confirmImport, planImport } from "~/server/people-import";
import { postedForm } from "~/server/request";

const shownRows = 50;

async function openImport(request: Request, params: { importId?: string }) {
  const gate = await requireMember(request, "editStudies");
  const { store, workspaceId } = gate;
  const found = await findImport(store, { workspaceId, importId: params.importId ?? "" });
  if (found?.kind !== "contacts") throw new Response("Not found", { status: 404 });
  return { ...gate, found };
}

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, found, now } = await openImport(request, params);
  const { id, fileName, mapping, counts, finishedAt, undoneAt } = found;
  if (finishedAt !== null) {
    const refused = (found.rows ?? []).slice(0, shownRows).map(([row, problem, field, value]) => ({
      ...{ row: Number(row), problem: problem ?? "", field: field ?? "", value: value ?? "" },
    }));
    return { fileName, preview: null, outcome: { id, counts, undone: undoneAt !== null, refused } };
  }
  const defaultRole = wordIn(chainRoles, new URL(request.url).searchParams.get("role"));
  const plan = await planImport(store, found, { defaultRole, now });
  const preview = {
    columns: columnsOf(found.rows ?? [], mapping),
    defaultRole,
    counts: {
      ...{ added: plan.people.length, companies: plan.companies.length },
      ...{ known: plan.known.length, refused: plan.refused.length, changed: plan.changes.length },
      moved: plan.moves.length,
    },
    moves: plan.moves.slice(0, shownRows),
    changes: plan.changes.slice(0, 10),
    people: plan.people.slice(0, 10),
    known: plan.known.slice(0, shownRows),
    refused: plan.refused.slice(0, shownRows),
  };
  return { fileName, preview, outcome: null };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, found, now } = await openImport(request, params);
  const form = await postedForm(request);
  const importId = found.id;
  const here = `/companies/imports/${importId}`;
  if (form.get("intent") === "undo") {
    if (found.finishedAt === null || found.undoneAt !== null) return redirect(here);
    return { kept: (await undoContactImport(store, { workspaceId, importId, now })).kept, problem: null };
  }
  if (found.finishedAt !== null) return redirect(here);
  const defaultRole = wordIn(chainRoles, String(form.get("role")));
  const mapping = mappingFrom(found.rows?.[0]?.length ?? 0, (name) => form.get(name));
  await updateImportMapping(store, { workspaceId, importId, mapping });
  if (!mapping.some(({ field }) => field === "company"))
    return data({ kept: null, problem: "company" as const }, 422);
  if (form.get("intent") !== "confirm")
    return redirect(`${here}${defaultRole ? `?role=${defaultRole}` : ""}`);
  const update = form.get("update") !== null;
  const move = form.get("moves") === "move";
  await confirmImport(store, { ...found, mapping }, { defaultRole, update, move, now });
  return redirect(here);
};

export default function Import() {
  const { fileName, preview, outcome } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("people").import;
  const title = useText("people").title;
  return (
    <>
      <PageHeader
        crumbs={[
          { to: "/companies", label: title },
          { to: "/companies/imports", label: text.title },
        ]}
        title={preview ? text.previewTitle({ file: fileName }) : text.doneTitle({ file: fileName })}
      />
      {preview && <ImportPreview {...preview} companyMissing={done?.problem === "company"} />}
      {outcome && <ImportOutcome {...outcome} kept={done?.kept ?? null} />}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
