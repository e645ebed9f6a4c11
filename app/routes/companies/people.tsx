/** Every person of the workspace's companies: searched, filtered, sorted, a page at a time. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { contactSorts, contactStates, listContacts } from "~/data/contacts";
import { chainRoles } from "~/domain/chain/role";
import { pageOf } from "~/domain/paging";
import { wordIn } from "~/domain/typed";
import { PeopleList } from "~/features/people/people-list";
import { requireMember } from "~/server/gate";

const perPage = 50;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId, language, can } = await requireMember(request, "readStudies");
  const { searchParams: asked } = new URL(request.url);
  const sort = wordIn(contactSorts, asked.get("sort")) ?? "name";
  const filter = {
    search: asked.get("search")?.trim().slice(0, 200) ?? "",
    role: wordIn(chainRoles, asked.get("role")) ?? undefined,
    state: wordIn(contactStates, asked.get("state")) ?? undefined,
    tag: asked.get("tag") ?? "",
    importId: asked.get("import") ?? "",
  };
  const page = pageOf(asked.get("page"));
  const { rows, total } = await listContacts(store, {
    ...{ workspaceId, filter, sort, locale: language },
    ...{ limit: perPage, offset: (page - 1) * perPage },
  });
  const { search, role = "", state = "", tag, importId } = filter;
  return {
    rows,
    total,
    page,
    pages: Math.ceil(total / perPage),
    canExport: can.exportResponses,
    typed: { search, role, state, tag, import: importId, sort },
  };
};

export default function People() {
  return <PeopleList {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
