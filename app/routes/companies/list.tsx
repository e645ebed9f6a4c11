/** Every company of the workspace: searched, filtered, sorted, a page at a time. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { companySorts, listCompanies } from "~/data/companies";
import { pageOf } from "~/domain/paging";
import { wordIn } from "~/domain/typed";
import { CompanyList } from "~/features/people/company-list";
import { requireMember } from "~/server/gate";

const perPage = 50;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId, language } = await requireMember(request, "readStudies");
  const { searchParams: asked } = new URL(request.url);
  const sort = wordIn(companySorts, asked.get("sort")) ?? "name";
  const typed = {
    search: asked.get("search")?.trim().slice(0, 200) ?? "",
    size: asked.get("size") ?? "",
    industry: asked.get("industry") ?? "",
    tag: asked.get("tag") ?? "",
  };
  const page = pageOf(asked.get("page"));
  const { rows, total } = await listCompanies(store, {
    ...{ workspaceId, filter: typed, sort, locale: language },
    ...{ limit: perPage, offset: (page - 1) * perPage },
  });
  return { rows, total, page, pages: Math.ceil(total / perPage), typed: { ...typed, sort } };
};

export default function Companies() {
  return <CompanyList {...useLoaderData<typeof loader>()} sorts={["name", "people", "answers", "newest"]} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
