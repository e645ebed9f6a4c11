import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPeopleToExport } from "~/data/contacts";
import { contactsCsv } from "~/domain/fieldwork/contacts-csv";
import { download } from "~/server/download";
import { requireMember } from "~/server/gate";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId } = await requireMember(request, "exportResponses");
  return download(contactsCsv(await listPeopleToExport(store, { workspaceId })), { file: "people.csv" });
};
