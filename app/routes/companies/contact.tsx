/** One person of a company: entered, changed, made anonymous or deleted. The id `new` adds one. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { findCompany } from "~/data/companies";
import {
  findContact,
  insertContacts,
  listContacts,
  updateContact,
  updateContactOptOut,
} from "~/data/contacts";
import { anonymiseContact, countTraces, deleteContact } from "~/data/forgetting";
import {
  type ContactFormField,
  type ContactProblem,
  contactFromForm,
  readContact,
  type TypedContact,
  typedContact,
} from "~/domain/fieldwork/contact-form";
import { ContactForm } from "~/features/people/contact-form";
import { PersonalLinks } from "~/features/people/personal-links";
import { RemovePerson } from "~/features/people/remove-person";
import { SamePerson } from "~/features/people/same-person";
import { useText } from "~/i18n/use-text";
import { forgetInFrozenReports } from "~/server/forget-person";
import { requireMember } from "~/server/gate";
import { makePersonalLink, readPersonalLinks } from "~/server/personal-link";
import { postedForm, publicOrigin } from "~/server/request";

const newId = "new";
const notFound = () => new Response("Not found", { status: 404 });
const emptyContact: TypedContact = {
  ...{ name: "", email: "", phone: "", position: "", language: "", tags: "", primaryRole: "" },
  ...{ roles: [], consent: false, optedOut: false },
};

async function openCompany(request: Request, params: { companyId?: string }) {
  const gate = await requireMember(request, "editStudies");
  const { store, workspaceId } = gate;
  const company = await findCompany(store, { workspaceId, companyId: params.companyId ?? "" });
  if (!company) throw notFound();
  return { ...gate, company };
}

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, language, company } = await openCompany(request, params);
  const around = { company: { id: company.id, name: company.name } };
  if (params.contactId === newId)
    return { ...around, id: null, name: "", anonymous: false, typed: emptyContact, known: null };
  const contactId = params.contactId ?? "";
  const contact = await findContact(store, { workspaceId, contactId });
  if (!contact) throw notFound();
  // An invitation or a mark in the browser can still lead to the company the person has left.
  if (contact.companyId !== company.id) throw redirect(`/companies/${contact.companyId}/people/${contactId}`);
  const by = contact.referredByContactId
    ? await findContact(store, { workspaceId, contactId: contact.referredByContactId })
    : null;
  const { rows } = await listContacts(store, {
    ...{ workspaceId, filter: { companyId: company.id }, sort: "name", locale: language },
    ...{ limit: 500, offset: 0 },
  });
  const others = rows.filter((one) => one.id !== contact.id && one.anonymisedAt === null);
  return {
    ...around,
    id: contact.id,
    name: contact.name || contact.email || contact.phone,
    anonymous: contact.anonymisedAt !== null,
    typed: typedContact(contact),
    known: {
      traces: await countTraces(store, { workspaceId, contactId }),
      by: by?.name || null,
      others: others.map((one) => ({
        id: one.id,
        label: [one.name, one.email || one.phone].filter(Boolean).join(" · "),
      })),
      invited: await readPersonalLinks(store, { contact, origin: publicOrigin(request) }),
    },
  };
};

const refused = (
  typed: TypedContact,
  problems: Partial<Record<ContactFormField, ContactProblem>>,
): ReturnType<typeof answered> => answered(typed, problems, 422);
const answered = (
  typed: TypedContact | null,
  problems: Partial<Record<ContactFormField, ContactProblem>>,
  status = 200,
) => data({ typed, problems, anonymised: typed === null }, status);

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, member, company, now } = await openCompany(request, params);
  const contactId = params.contactId ?? "";
  const back = `/companies/${company.id}`;
  const before = contactId === newId ? null : await findContact(store, { workspaceId, contactId });
  if (contactId !== newId && before?.companyId !== company.id) throw notFound();
  const form = await postedForm(request);
  const intent = form.get("intent");
  if (before && (intent === "delete" || intent === "anonymise"))
    await forgetInFrozenReports(store, { workspaceId, contactId });
  if (before && intent === "delete") {
    await deleteContact(store, { workspaceId, contactId });
    return redirect(back);
  }
  if (before && intent === "anonymise") {
    await anonymiseContact(store, { workspaceId, contactId, now });
    return answered(null, {});
  }
  if (before && intent === "link") {
    const questionnaireId = String(form.get("questionnaire"));
    await makePersonalLink(store, { contact: before, questionnaireId, createdBy: member.name, now });
    return redirect(`${back}/people/${contactId}`);
  }
  const typed = contactFromForm(form);
  const read = readContact(typed);
  if (!read.ok) return refused(typed, read.problems);
  const { consent, optedOut, ...details } = read.contact;
  const consentAt = consent ? (before?.consentAt ?? now) : null;
  const contact = { ...details, companyId: company.id, consentAt };
  if (!before) {
    const [id] = await insertContacts(store, { workspaceId, contacts: [contact], now });
    return id ? redirect(back) : refused(typed, { [details.email ? "email" : "name"]: "taken" });
  }
  if ((await updateContact(store, { workspaceId, contactId, contact })) === "taken")
    return refused(typed, { [details.email ? "email" : "name"]: "taken" });
  await updateContactOptOut(store, { workspaceId, contactId, optedOutAt: optedOut ? now : null });
  return redirect(back);
};

export default function Contact() {
  const { company, id, name, anonymous, typed, known } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("people");
  return (
    <>
      <PageHeader
        crumbs={[
          { to: "/companies", label: text.title },
          { to: `/companies/${company.id}`, label: company.name },
        ]}
        title={anonymous ? text.anonymous : id === null ? text.contactForm.newTitle : name || text.unnamed}
        lead={
          anonymous
            ? text.removal.done
            : known?.by
              ? text.contactForm.referred({ name: known.by })
              : text.contactForm.lead
        }
      />
      {!anonymous && (
        <ContactForm
          typed={done?.typed ?? typed}
          problems={done?.problems ?? {}}
          back={`/companies/${company.id}`}
        />
      )}
      {id && known && !anonymous && (
        <>
          <PersonalLinks {...known.invited} />
          {known.others.length > 0 && <SamePerson id={id} others={known.others} />}
        </>
      )}
      {known && <RemovePerson traces={known.traces} anonymous={anonymous} />}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
