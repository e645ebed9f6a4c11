/** Where a tried questionnaire sends its pages: they are taken note of by nobody. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { openToAll } from "~/server/gate";

export const action = async ({ request }: ActionFunctionArgs) => {
  await openToAll(request);
  return { kind: "moved", problems: [] };
};
