/** One company: what is known of it, and its people. The id `new` adds one. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import {
  countCompanyTraces,
  deleteCompany,
  findCompany,
  insertCompany,
  updateCompany,
} from "~/data/companies";
import { listContacts } from "~/data/contacts";
import {
  type CompanyProblem,
  companyTexts,
  readCompany,
  type TypedCompany,
  typedCompany,
} from "~/domain/fieldwork/company-form";
import { typedIn } from "~/domain/typed";
import { CompanyForm } from "~/features/people/company-form";
import { CompanyPeople } from "~/features/people/company-people";
import { CompanyRemoval } from "~/features/people/company-removal";
import { useText } from "~/i18n/use-text";
import { forgetInFrozenReports } from "~/server/forget-person";
import { requireMember } from "~/server/gate";
import { postedForm } from "~/server/request";

const newId = "new";
const emptyCompany = { name: "", size: null, industry: null, region: null, tags: [] };

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const isNew = params.companyId === newId;
  const { store, workspaceId, language, can } = await requireMember(
    request,
    isNew ? "editStudies" : "readStudies",
  );
  if (isNew)
    return {
      id: null,
      name: null,
      typed: typedCompany(emptyCompany),
      people: [],
      canEdit: true,
      traces: null,
    };
  const companyId = params.companyId ?? "";
  const company = await findCompany(store, { workspaceId, companyId });
  if (!company) throw new Response("Not found", { status: 404 });
  const { rows } = await listContacts(store, {
    ...{ workspaceId, filter: { companyId }, sort: "name", locale: language, limit: 500, offset: 0 },
  });
  const { id, name } = company;
  const traces = can.editStudies ? await countCompanyTraces(store, { workspaceId, companyId }) : null;
  return { id, name, typed: typedCompany(company), people: rows, canEdit: can.editStudies, traces };
};

const refused = (typed: TypedCompany, problems: Partial<Record<keyof TypedCompany, CompanyProblem>>) =>
  data({ typed, problems, saved: false }, 422);

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, now } = await requireMember(request, "editStudies");
  const form = await postedForm(request);
  if (form.get("intent") === "delete") {
    const gone = { workspaceId, companyId: params.companyId ?? "" };
    await forgetInFrozenReports(store, gone);
    await deleteCompany(store, gone);
    return redirect("/companies");
  }
  const typed = typedIn(form, companyTexts);
  const read = readCompany(typed);
  if (!read.ok) return refused(typed, read.problems);
  const { company } = read;
  if (params.companyId === newId) {
    const id = await insertCompany(store, { workspaceId, company, now });
    return id ? redirect(`/companies/${id}`) : refused(typed, { name: "taken" });
  }
  const companyId = params.companyId ?? "";
  if (!(await findCompany(store, { workspaceId, companyId })))
    throw new Response("Not found", { status: 404 });
  const saved = await updateCompany(store, { workspaceId, companyId, company });
  return saved === "saved"
    ? data({ typed: typedCompany(company), problems: {}, saved: true })
    : refused(typed, { name: "taken" });
};

export default function Company() {
  const { id, name, typed, people, canEdit, traces } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("people");
  const form = (
    <CompanyForm
      key={id}
      typed={done?.typed ?? typed}
      problems={done?.problems ?? {}}
      saved={done?.saved ?? false}
      canEdit={canEdit}
    />
  );
  return (
    <>
      <PageHeader
        crumbs={[{ to: "/companies", label: text.title }]}
        title={name ?? text.companyForm.newTitle}
        lead={id ? undefined : text.companyForm.newLead}
      />
      {id ? (
        <>
          <Section
            title={text.peopleTitle}
            actions={canEdit && <LinkButton to={`/companies/${id}/people/new`}>{text.addPerson}</LinkButton>}
          >
            <CompanyPeople people={people} />
          </Section>
          <Section title={text.companyForm.details}>{form}</Section>
          {traces && <CompanyRemoval id={id} traces={traces} />}
        </>
      ) : (
        form
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
