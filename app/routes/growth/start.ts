/** Growth opens with its first view. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { study } = await requireStudy(request, params, "readStudies");
  return redirect(`/studies/${study.id}/growth/funnel`);
};
