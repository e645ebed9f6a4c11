/** Every method by family; open to all. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PlainShell } from "~/components/plain-shell";
import { allMethods } from "~/domain/methods/all-methods";
import { MethodList } from "~/features/methods/method-list";
import { viewFamilies } from "~/features/methods/view";
import { textOf } from "~/i18n/text";
import { openToAll } from "~/server/gate";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { language } = await openToAll(request);
  return { families: viewFamilies(allMethods, language), title: textOf(language, "methods").title };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.title, "Trivista"].filter(Boolean).join(" · ") },
];

export default function Methods() {
  const { families } = useLoaderData<typeof loader>();
  return (
    <PlainShell width="wide">
      <MethodList families={families} />
    </PlainShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
