/** One competitor in its form; the key `new` adds one. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Section } from "~/components/section";
import { findRival, updateRival } from "~/data/competitors";
import {
  type Rival,
  readRival,
  rivalFromForm,
  type TypedRival,
  typedRival,
} from "~/domain/competitors/rival-form";
import { RivalForm, type RivalFormProblems } from "~/features/competitors/rival-form";
import { useLanguage, useText } from "~/i18n/use-text";
import { addRival } from "~/server/competitors";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

const newKey = "new";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "editStudies");
  const key = params.key ?? "";
  const rival = key === newKey ? null : await findRival(store, { workspaceId, studyId: study.id, key });
  if (!rival && key !== newKey) throw new Response("Not found", { status: 404 });
  return {
    base: `/studies/${study.id}/competitors`,
    priceUnit: study.priceUnit,
    currency: study.currency,
    name: rival?.name ?? null,
    revision: rival?.revision ?? null,
    typed: rival ? typedRival(rival) : { ...typedRival(emptyRival), status: "rival" },
  };
};

const emptyRival: Rival = {
  name: "",
  status: "rival",
  positioning: "",
  segments: "",
  plans: [],
  links: [],
  notes: "",
};

const refused = (typed: TypedRival, problems: RivalFormProblems) =>
  data({ typed, problems, theirs: null, revision: null }, 422);

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, now } = await requireStudy(request, params, "editStudies");
  const where = { workspaceId, studyId: study.id };
  const back = `/studies/${study.id}/competitors`;
  const form = await postedForm(request);
  const typed = rivalFromForm(form);
  const read = readRival(typed);
  if (!read.ok) return refused(typed, read.problems);
  const key = params.key ?? "";
  if (key === newKey) {
    const added = await addRival(store, { ...where, rival: read.rival, now });
    if (added === "full") throw new Response("Bad request", { status: 400 });
    return added === "added" ? redirect(back) : refused(typed, { name: "taken" });
  }
  const before = await findRival(store, { ...where, key });
  if (!before) throw new Response("Not found", { status: 404 });
  const revision = Number(form.get("revision"));
  if (await updateRival(store, { ...where, key, revision, rival: read.rival })) return redirect(back);
  const newest = (await findRival(store, { ...where, key })) ?? before;
  return data({ typed, problems: {}, theirs: typedRival(newest), revision: newest.revision }, 409);
};

export default function EditRival() {
  const { base, priceUnit, currency, name, revision, typed } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("competitors").rival;
  const language = useLanguage();
  return (
    <Section title={name ?? text.newTitle} lead={name ? text.editLead : text.newLead}>
      <RivalForm
        typed={done?.typed ?? typed}
        problems={done?.problems ?? {}}
        theirs={done?.theirs}
        revision={done?.revision ?? revision}
        back={base}
        unit={`${currency}, ${priceUnit[language]}`}
      />
    </Section>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
