/** A report somebody was sent a link to: `/share/:token`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { PlainShell } from "~/components/plain-shell";
import { insertReportComment, listReportComments } from "~/data/report-shares";
import { isPending } from "~/domain/report/document/report-document";
import { readComment, typedFields } from "~/domain/report/document/share-form";
import { Files, kindsForAll, PresentButton, PrintButton } from "~/features/report/document/report-actions";
import { ReportPage } from "~/features/report/document/report-page";
import { ClosedShare, LockedShare, ShareComments } from "~/features/report/viewer";
import { formatOf } from "~/i18n/format";
import { pageTitle } from "~/i18n/page-title";
import { useFormat, useText } from "~/i18n/use-text";
import { verifyPassword } from "~/server/password";
import { postedForm } from "~/server/request";
import { countView, letIn, requireShare, shareHeaders } from "~/server/share";
import { admitSignIn } from "~/server/sign-in-attempts";

const commentsAnHour = 20;
const hour = 60 * 60 * 1000;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const gate = await requireShare(request, params);
  const { store, now } = gate;
  if (gate.kind === "closed")
    return data(
      { kind: "closed" as const, because: gate.because },
      { status: gate.because === "gone" ? 404 : 410, headers: shareHeaders },
    );
  if (gate.kind === "locked") return data({ kind: "locked" as const }, { headers: shareHeaders });
  const { share } = gate;
  const [shown, comments] = await Promise.all([
    gate.soon(),
    listReportComments(store, { workspaceId: share.workspaceId, studyId: share.studyId, shareId: share.id }),
  ]);
  // Nobody has seen a report that is still being computed.
  const cookie = isPending(shown.document) ? null : await countView(store, request, share, now);
  return data(
    {
      kind: "open" as const,
      ...shown,
      frozen: share.frozen,
      here: `/share/${params.token}`,
      comments: comments.map(({ id, author, text, chapter, createdAt }) => ({
        id,
        author,
        text,
        chapter,
        at: createdAt,
      })),
      sent: new URL(request.url).searchParams.has("sent"),
    },
    { headers: { ...shareHeaders, ...(cookie && { "Set-Cookie": cookie }) } },
  );
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const gate = await requireShare(request, params);
  const { store, language, now } = gate;
  const here = `/share/${params.token}`;
  if (gate.kind === "closed") throw redirect(here);
  const form = await postedForm(request);
  const typed = typedFields(form);
  const { author = "", text = "", chapter = "" } = typed;
  const comment = { author, text, chapter };
  let headers: HeadersInit = {};
  if (gate.kind === "locked") {
    // Whoever writes for longer than the password holds is asked for it again, and what they wrote goes with it.
    const kept = form.has("text") ? comment : null;
    if (!form.has("password")) return data({ problem: null, kept }, { status: 401 });
    if (!typed.password) return data({ problem: "missing" as const, kept }, { status: 422 });
    const admitted = await admitSignIn(store, request, { email: `share ${gate.share.id}`, now });
    if (!admitted.ok)
      return data(
        { problem: "blocked" as const, until: formatOf(language).dateTime(admitted.until), kept },
        { status: 429 },
      );
    if (!(await verifyPassword(typed.password, gate.passwordHash)))
      return data({ problem: "wrong" as const, kept }, { status: 422 });
    await admitted.succeeded();
    headers = { "Set-Cookie": await letIn(request, gate.share) };
    if (!kept) return redirect(here, { headers });
  }
  const { id: shareId, workspaceId, studyId } = gate.share;
  const read = readComment(typed);
  if (!read.ok) return data({ problems: read.problems, typed: comment }, { status: 422, headers });
  const before = await listReportComments(store, { workspaceId, studyId, shareId });
  if (before.filter(({ createdAt }) => createdAt > now - hour).length >= commentsAnHour)
    return data({ problems: { text: "tooMany" as const }, typed: comment }, { status: 429, headers });
  await insertReportComment(store, { workspaceId, studyId, shareId, ...read.comment, now });
  return redirect(`${here}?sent#comments`, { headers });
};

export const meta: MetaFunction<typeof loader> = (seen) =>
  pageTitle(seen, (words) => [
    seen.data?.kind === "open"
      ? words("report").report.title({ product: seen.data.document.product })
      : words("shell").nav.reports,
  ]);

export default function Shared() {
  const loaded = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const text = useText("sharing");
  const format = useFormat();
  if (loaded.kind === "closed")
    return (
      <PlainShell>
        <ClosedShare because={loaded.because} />
      </PlainShell>
    );
  if (loaded.kind === "locked")
    return (
      <PlainShell>
        <LockedShare
          problem={posted && "problem" in posted ? posted.problem : null}
          until={posted && "until" in posted ? posted.until : ""}
          kept={posted && "kept" in posted ? posted.kept : null}
        />
      </PlainShell>
    );
  const { document, catchingUp, frozen, here, comments, sent } = loaded;
  return (
    <PlainShell width="wide">
      <ReportPage
        {...{ document, catchingUp }}
        study={null}
        about={
          <div className="mt-3 grid gap-2">
            {frozen && <Notice>{text.page.frozen({ name: frozen.name, at: format.date(frozen.at) })}</Notice>}
            <p className="text-muted text-sm">{text.viewer.shared}</p>
          </div>
        }
        actions={
          <>
            <PresentButton to={`${here}/present`} />
            <Files base={`${here}/files`} kinds={kindsForAll} />
            <PrintButton />
          </>
        }
      />
      <ShareComments
        action={here}
        comments={comments}
        chapters={isPending(document) ? [] : document.chapters}
        sent={sent}
        refused={posted && "problems" in posted ? posted : null}
      />
    </PlainShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
