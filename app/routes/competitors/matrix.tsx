/** The matrix of features and competitors; cells are saved in the background. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { Section } from "~/components/section";
import { findComparisonSettings, updateComparisonSettings } from "~/data/competitors";
import { Matrix } from "~/features/competitors/matrix";
import { MatrixFile, type MatrixFileOutcome, StaleForm } from "~/features/competitors/matrix-forms";
import { useText } from "~/i18n/use-text";
import { importMatrix, readMatrix } from "~/server/competitors";
import { requireStudy } from "~/server/gate";
import { readMatrixFile } from "~/server/matrix-file";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id };
  const [{ features, vendors, cells }, { staleDays }] = await Promise.all([
    readMatrix(store, study),
    findComparisonSettings(store, where),
  ]);
  return {
    base: `/studies/${study.id}/competitors`,
    features: features.map(({ id, category, name, description, measure }) => ({
      ...{ id, category, name, description, measure },
    })),
    ...{ vendors, cells, staleDays, now },
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  if (form.get("intent") === "stale") {
    const typed = String(form.get("staleDays")).normalize("NFKC").trim();
    const staleDays = Number(typed);
    if (!/^\d{1,4}$/.test(typed) || staleDays < 1 || staleDays > 3650)
      return data({ kind: "stale-refused" as const, typed, at: now }, 422);
    await updateComparisonSettings(store, { workspaceId, studyId: study.id, change: { staleDays } });
    return data({ kind: "stale" as const, at: now });
  }
  const rows = await readMatrixFile(form.get("file"));
  if (typeof rows === "string") {
    const status = rows === "too-large" ? 413 : 422;
    return data({ kind: "file" as const, file: { kind: rows } satisfies MatrixFileOutcome, at: now }, status);
  }
  const result = await importMatrix(store, { study, rows, savedBy: member.name, now });
  return data({ kind: "file" as const, file: { kind: "read", result } satisfies MatrixFileOutcome, at: now });
};

export default function MatrixPage() {
  const { base, features, vendors, cells, staleDays, now } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("competitors").matrix;
  if (features.length === 0)
    return (
      <EmptyState
        title={text.emptyTitle}
        action={
          <LinkButton look="primary" to={`${base}/features`}>
            {text.toFeatures}
          </LinkButton>
        }
      >
        {text.empty}
      </EmptyState>
    );
  return (
    <>
      <Section
        title={text.title}
        lead={text.lead}
        actions={
          <>
            <LinkButton to={`${base}/matrix.xlsx`} reloadDocument>
              {text.xlsxOut}
            </LinkButton>
            <LinkButton to={`${base}/matrix.csv`} reloadDocument>
              {text.csvOut}
            </LinkButton>
          </>
        }
      >
        <Matrix
          // What came in with a file is drawn anew.
          key={done?.kind === "file" ? done.at : "typed"}
          {...{ features, vendors, cells, staleDays, now }}
          saveTo={`${base}/cells`}
        />
      </Section>
      <div className="mt-10 grid gap-8 md:grid-cols-2 print:hidden">
        <MatrixFile outcome={done?.kind === "file" ? done.file : null} />
        <StaleForm staleDays={staleDays} refused={done?.kind === "stale-refused" ? done.typed : null} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
