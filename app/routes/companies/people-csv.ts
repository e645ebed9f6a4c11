import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPeopleToExport } from "~/data/contacts";
import { contactsCsv } from "~/domain/fieldwork/contacts-csv";
import { requireMember } from "~/server/gate";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store, workspaceId } = await requireMember(request, "exportResponses");
  return new Response(contactsCsv(await listPeopleToExport(store, { workspaceId })), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="people.csv"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
};
