/** Weights of one role by comparing in pairs what matters more; they stand in place of the surveyed ones. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { Section } from "~/components/section";
import { RoleChip } from "~/components/tag";
import { UndoToast } from "~/components/undo-toast";
import { findComparisonSettings, updateComparisonSettings } from "~/data/competitors";
import { listFeatures } from "~/data/features";
import { chainRoles } from "~/domain/chain/role";
import { byCategory } from "~/domain/competitors/feature-form";
import { pairwiseSchema } from "~/domain/competitors/pairwise";
import { readJson } from "~/domain/questionnaire/read-json";
import { PairsForm } from "~/features/competitors/pairs-form";
import { useLanguage, useText } from "~/i18n/use-text";
import { present } from "~/server/competitors";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

const roleIn = (params: LoaderFunctionArgs["params"]) => {
  const role = chainRoles.find((one) => one === params.role);
  if (!role) throw new Response("Not found", { status: 404 });
  return role;
};

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "editStudies");
  const role = roleIn(params);
  const where = { workspaceId, studyId: study.id };
  const [features, { pairs }] = await Promise.all([
    listFeatures(store, where),
    findComparisonSettings(store, where),
  ]);
  return {
    role,
    base: `/studies/${study.id}/competitors`,
    features: present(features).map(({ id, name, category }) => ({ id, name, category })),
    kept: pairs?.[role] ?? null,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const role = roleIn(params);
  const where = { workspaceId, studyId: study.id };
  const form = await postedForm(request);
  const { pairs: before } = await findComparisonSettings(store, where);
  if (form.get("intent") === "clear") {
    const { [role]: removed, ...rest } = before ?? {};
    await updateComparisonSettings(store, { ...where, change: { pairs: rest } });
    return data({ kind: "cleared" as const, removed: removed ? JSON.stringify(removed) : null, at: now });
  }
  const read = readJson(String(form.get("pairs")));
  const sent = pairwiseSchema.safeParse(read.ok ? read.json : null);
  if (!sent.success) return data({ kind: "refused" as const, removed: null, at: now }, 422);
  await updateComparisonSettings(store, { ...where, change: { pairs: { ...before, [role]: sent.data } } });
  return redirect(`/studies/${study.id}/competitors/analysis#${role}`);
};

export default function Pairs() {
  const { role, base, features, kept } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("competition").pairs;
  const none = useText("competitors").features.noCategory;
  const language = useLanguage();
  return (
    <Section
      title={
        <>
          {text.title} <RoleChip role={role} primary />
        </>
      }
      lead={text.lead}
    >
      {features.length < 2 ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <PairsForm
          key={JSON.stringify(kept)}
          choices={{
            category: byCategory(features).map(({ category }) => ({ id: category, name: category || none })),
            feature: features.map(({ id, name }) => ({ id, name: name[language] })),
          }}
          kept={kept}
          refused={done?.kind === "refused"}
          back={`${base}/analysis#${role}`}
        />
      )}
      {done?.kind === "cleared" && done.removed && (
        <UndoToast
          key={done.at}
          message={text.cleared}
          undo={{ action: `${base}/pairs/${role}`, fields: { intent: "save", pairs: done.removed } }}
        />
      )}
    </Section>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
