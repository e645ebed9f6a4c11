/** The start page: members go on to their work, visitors learn what this is. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import type { FigureState } from "~/components/figure";
import { PlainShell } from "~/components/plain-shell";
import { hasMembers } from "~/data/entrance";
import { permissionsOf } from "~/domain/permission";
import { fewestAnswers } from "~/domain/pmf/pmf-score";
import { ellisThreshold, moreAnswersToDecide } from "~/domain/pmf/pmf-verdict";
import { seanEllisScore } from "~/domain/pmf/sean-ellis-score";
import { type Example, Landing } from "~/features/home/landing";
import { pageTitle } from "~/i18n/page-title";
import { openToAll } from "~/server/gate";
import { findSignedIn } from "~/server/session";

function judge(very: number, n: number): FigureState {
  if (n < fewestAnswers) return { kind: "few", k: very, n };
  const score = seanEllisScore(very, n);
  if (!score.ok) return { kind: "none", reason: score.reason };
  const more = moreAnswersToDecide(very / n, n, ellisThreshold);
  return {
    kind: "value",
    value: score.value.score,
    interval: score.value.wilson,
    verdict: score.value.verdict,
    threshold: ellisThreshold,
    moreNeeded: more.ok && more.value > 0 ? more.value : undefined,
  };
}

/** Slack 2015: 51 % of 731, as its survey was published. */
const examples = (): Example[] =>
  (
    [
      ["one", 1, 1],
      ["twenty", 10, 20],
      ["slack", 373, 731],
    ] as const
  ).map(([key, k, n]) => ({
    key,
    k,
    n,
    state: judge(k, n),
  }));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { store } = await openToAll(request);
  const session = await findSignedIn(request);
  if (session) throw redirect(permissionsOf(session.member.role).readStudies ? "/studies" : "/reports");
  return { isSetUp: await hasMembers(store), examples: examples() };
};

export const meta: MetaFunction = (seen) => pageTitle(seen, (words) => [words("shell").tagline]);

export default function Home() {
  const { isSetUp, examples: judged } = useLoaderData<typeof loader>();
  return (
    <PlainShell width="wide">
      <Landing isSetUp={isSetUp} examples={judged} />
    </PlainShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
