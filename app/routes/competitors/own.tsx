/** What we ask for our own product. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { ErrorPage } from "~/components/error-page";
import { FormErrors } from "~/components/form-errors";
import { Section } from "~/components/section";
import { findComparisonSettings, updateComparisonSettings } from "~/data/competitors";
import { plansFromForm, plansSchema, type RivalProblem, typedPlans } from "~/domain/competitors/rival-form";
import { PlanFields } from "~/features/competitors/plan-fields";
import { useLanguage, useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "editStudies");
  const { ownPlans } = await findComparisonSettings(store, { workspaceId, studyId: study.id });
  return {
    base: `/studies/${study.id}/competitors`,
    priceUnit: study.priceUnit,
    currency: study.currency,
    plans: typedPlans(ownPlans),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "editStudies");
  const typed = plansFromForm(await postedForm(request));
  const read = plansSchema.safeParse(typed);
  if (!read.success) {
    const [issue] = read.error.issues;
    return data({ typed, problem: issue?.message as RivalProblem }, 422);
  }
  await updateComparisonSettings(store, { workspaceId, studyId: study.id, change: { ownPlans: read.data } });
  return redirect(`/studies/${study.id}/competitors`);
};

export default function OwnPlans() {
  const { base, priceUnit, currency, plans } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const text = useText("competitors").rival;
  const actions = useText("shell").actions;
  const language = useLanguage();
  const error = refused && text.problems[refused.problem];
  return (
    <Section title={text.ownTitle} lead={text.ownLead}>
      <Form method="post" noValidate className="grid max-w-2xl gap-6">
        <FormErrors errors={error ? [{ name: "plans", message: error }] : []} />
        <PlanFields
          plans={refused?.typed ?? plans}
          unit={`${currency}, ${priceUnit[language]}`}
          error={error}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{actions.save}</SubmitButton>
          <LinkButton to={base}>{actions.cancel}</LinkButton>
        </div>
      </Form>
    </Section>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
