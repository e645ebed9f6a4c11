/** At the end: who else of the company should be asked. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readReferral, type TypedReferral } from "~/domain/fieldwork/referral";
import { RefusedPage } from "~/features/respond/last-pages";
import { ReferPage } from "~/features/respond/refer-page";
import { ReferredPage } from "~/features/respond/referred-page";
import { titled } from "~/features/respond/titled";
import { invitationLink } from "~/server/links";
import { bringIn, openReferral } from "~/server/referral";
import { publicOrigin } from "~/server/request";
import { readPosted } from "~/server/respond";

export const handle = { scripts: false };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = titled;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const opened = await openReferral(request, params);
  const back = `/r/${params.token}/${params.key}`;
  if (opened.response.completedAt === null) throw redirect(back);
  const { sender, bilingual, roles, reader, compiled } = opened;
  return { sender, bilingual, roles, back, language: reader, title: compiled.title[reader] };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const opened = await openReferral(request, params);
  const form = await readPosted(request);
  const text = (name: string) => (form.get(name) ?? "").replaceAll("\u0000", "");
  const role = opened.roles.find((one) => one === text("role")) ?? null;
  if (role === null) throw redirect(`/r/${params.token}/${params.key}`, 303);
  if (form.get("how") === "link") {
    const token = await bringIn(opened, { how: "link", role, name: "", email: "", phone: "" });
    return data({ kind: "link" as const, role, url: token && invitationLink(publicOrigin(request), token) });
  }
  const typed: TypedReferral = {
    ...{ role, name: text("name"), email: text("email"), phone: text("phone") },
    agreed: form.has("agreed"),
  };
  const read = readReferral(typed);
  if (!read.ok) return data({ kind: "refused" as const, typed, problems: read.problems }, 422);
  await bringIn(opened, { how: "named", ...read.referral });
  return data({ kind: "named" as const, role });
};

export default function Refer() {
  const { sender, bilingual, roles, back } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const shell = { sender, bilingual };
  if (done && done.kind !== "refused")
    return (
      <ReferredPage
        {...shell}
        role={done.role}
        url={done.kind === "link" ? done.url : null}
        more={roles.length > 0}
        back={back}
      />
    );
  return (
    <ReferPage
      {...shell}
      roles={roles}
      back={back}
      typed={done?.typed ?? null}
      problems={done?.problems ?? {}}
    />
  );
}

export const ErrorBoundary = RefusedPage;
