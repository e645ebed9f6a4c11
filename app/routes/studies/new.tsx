/** A new study, with its questionnaires written for it. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { listRoleSets } from "~/data/role-sets";
import { languages } from "~/domain/language";
import { readStudy, type TypedStudy, typedFromForm } from "~/domain/study/study-form";
import { StudyForm } from "~/features/study/study-form";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { requireMember } from "~/server/gate";
import { postedForm } from "~/server/request";
import { readSetChoice, rolesOf, typicalSets } from "~/server/role-sets";
import { createStudy } from "~/server/study";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId, language } = await requireMember(request, "editStudies");
  const typed: TypedStudy = {
    ...typedFromForm(new FormData()),
    businessType: "saas",
    stage: "market-validation",
    currency: language === "zh-CN" ? "CNY" : "USD",
    languages: [...languages],
  };
  const own = await listRoleSets(store, { workspaceId });
  const sets = own.map((set) => ({ id: set.id, name: set.name, roles: rolesOf(set) }));
  return { typed, own: sets, typical: await typicalSets() };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { store, workspaceId, now } = await requireMember(request, "editStudies");
  const form = await postedForm(request);
  const typed = typedFromForm(form);
  const chosen = String(form.get("set") ?? "");
  const read = readStudy(typed);
  if (!read.ok) return data({ typed, chosen, problems: read.problems }, 422);
  const set = await readSetChoice(store, { workspaceId, set: chosen });
  const studyId = await createStudy(store, { ...read, workspaceId, set, now });
  return redirect(`/studies/${studyId}/questionnaires`);
};

export const meta: MetaFunction = (seen) => pageTitle(seen, (words) => [words("study").form.newTitle]);

export default function NewStudy() {
  const { typed, own, typical } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const text = useText("study");
  return (
    <>
      <PageHeader
        crumbs={[{ to: "/studies", label: text.list.title }]}
        title={text.form.newTitle}
        lead={text.form.newLead}
      />
      <StudyForm
        typed={refused?.typed ?? typed}
        problems={refused?.problems ?? {}}
        offer={{ own, typical, chosen: refused?.chosen ?? "short" }}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
