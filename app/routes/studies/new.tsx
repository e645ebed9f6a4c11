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
import { languages } from "~/domain/language";
import { readStudy, type TypedStudy, typedFromForm } from "~/domain/study/study-form";
import { StudyForm } from "~/features/study/study-form";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { requireMember } from "~/server/gate";
import { postedForm } from "~/server/request";
import { createStudy } from "~/server/study";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { language } = await requireMember(request, "editStudies");
  const typed: TypedStudy = {
    ...typedFromForm(new FormData()),
    businessType: "saas",
    stage: "market-validation",
    currency: language === "zh-CN" ? "CNY" : "USD",
    languages: [...languages],
  };
  return { typed };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { store, workspaceId, now } = await requireMember(request, "editStudies");
  const typed = typedFromForm(await postedForm(request));
  const read = readStudy(typed);
  if (!read.ok) return data({ typed, problems: read.problems }, 422);
  const studyId = await createStudy(store, { ...read, workspaceId, now });
  return redirect(`/studies/${studyId}/questionnaires`);
};

export const meta: MetaFunction = (seen) => pageTitle(seen, (words) => [words("study").form.newTitle]);

export default function NewStudy() {
  const { typed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const text = useText("study");
  return (
    <>
      <PageHeader
        crumbs={[{ to: "/studies", label: text.list.title }]}
        title={text.form.newTitle}
        lead={text.form.newLead}
      />
      <StudyForm typed={refused?.typed ?? typed} problems={refused?.problems ?? {}} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
