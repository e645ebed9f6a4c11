/** One opportunity in its form; the id `new` adds one. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Section } from "~/components/section";
import { listFeatures } from "~/data/features";
import { insertOpportunity, listOpportunities, updateOpportunity } from "~/data/opportunities";
import { listThemes } from "~/data/themes";
import {
  blankOpportunity,
  opportunityFields,
  readOpportunity,
  type TypedOpportunity,
  typedOpportunity,
} from "~/domain/growth/opportunity-form";
import { attributesFor, problemsFor } from "~/domain/questionnaire/bank/words";
import { OpportunityForm } from "~/features/growth/opportunity-form";
import { useText } from "~/i18n/use-text";
import { present } from "~/server/competitors";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

const newId = "new";

/** The fields of the form that `given` has; the others as they stand in a blank one. */
const typedFrom = (given: { get(name: string): unknown }): TypedOpportunity => {
  const typed = { ...blankOpportunity };
  for (const field of opportunityFields) {
    const word = given.get(field);
    if (typeof word === "string") typed[field] = word;
  }
  return typed;
};

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const [rows, features, themes] = await Promise.all([
    listOpportunities(store, where),
    listFeatures(store, where),
    listThemes(store, where),
  ]);
  const found = rows.find(({ id }) => id === params.opportunityId);
  if (!found && params.opportunityId !== newId) throw new Response("Not found", { status: 404 });
  return {
    back: `/studies/${study.id}/growth/opportunities`,
    typed: found ? typedOpportunity(found) : typedFrom(new URL(request.url).searchParams),
    revision: found?.revision ?? null,
    asked: { attributes: attributesFor(study), problems: problemsFor(study) },
    features: present(features).map(({ id, name }) => ({ id, name })),
    themes: themes.flatMap(({ id, name, mergedInto }) => (mergedInto === null ? [{ id, name }] : [])),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const form = await postedForm(request);
  const typed = typedFrom(form);
  const [features, themes] = await Promise.all([listFeatures(store, where), listThemes(store, where)]);
  const read = readOpportunity(typed, {
    featureIds: features.map(({ id }) => id),
    themeIds: themes.map(({ id }) => id),
  });
  const again = { typed, revision: null as number | null, changed: false };
  if (!read.ok) return data({ ...again, problems: read.problems }, 422);
  const written = { ...where, opportunity: read.opportunity, updatedBy: member.name, now };
  const back = `/studies/${study.id}/growth/opportunities`;
  const opportunityId = params.opportunityId ?? "";
  if (opportunityId === newId) {
    await insertOpportunity(store, written);
    return redirect(back);
  }
  const revision = Number(form.get("revision"));
  if (await updateOpportunity(store, { ...written, opportunityId, revision })) return redirect(back);
  const newest = (await listOpportunities(store, where)).find(({ id }) => id === opportunityId);
  if (!newest) throw new Response("Not found", { status: 404 });
  return data({ typed, problems: {}, changed: true, revision: newest.revision }, 409);
};

export default function Opportunity() {
  const { back, typed, revision, asked, features, themes } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const text = useText("opportunity");
  return (
    <Section title={revision === null ? text.formTitle : text.editTitle}>
      <OpportunityForm
        typed={again?.typed ?? typed}
        problems={again?.problems ?? {}}
        changed={again?.changed ?? false}
        revision={again?.revision ?? revision}
        asked={asked}
        features={features}
        themes={themes}
        back={back}
      />
    </Section>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
