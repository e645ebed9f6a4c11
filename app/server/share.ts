/** The gate of shared reports: the link must be open, and its password known where it has one. */
import { createCookie } from "@remix-run/node";
import { listNamesInStudy } from "~/data/contacts";
import { findReportShareByToken } from "~/data/entrance";
import { updateReportShareViewed } from "~/data/report-shares";
import { findReportSnapshot } from "~/data/reports";
import { findStudy } from "~/data/studies";
import type { ReportDocument } from "~/domain/report/document/report-document";
import { stateOfShare } from "~/domain/report/document/share-form";
import { type Audience, documentFor, maskQuotedPeople } from "~/domain/report/document/suppress";
import { knownPeople } from "~/domain/text/people-names";
import type { Store } from "~db/client";
import { openToAll } from "./gate";
import { orPendingReport } from "./kept-document";
import { readOutsideReport } from "./report-document";
import { hashOf, isSecure } from "./request";

type Found = NonNullable<Awaited<ReturnType<typeof findReportShareByToken>>>;
export type OpenedShare = {
  id: string;
  workspaceId: string;
  studyId: string;
  product: string;
  audience: Audience;
  /** The name and time of a frozen report; null for the live one. */
  frozen: { name: string; at: number } | null;
};
export type ClosedBecause = "gone" | "revoked" | "expired";

const key = createCookie("trivista_share", { path: "/share", httpOnly: true, sameSite: "lax" });
const seen = createCookie("trivista_seen", { path: "/share", httpOnly: true, sameSite: "lax" });
const day = 24 * 60 * 60;
const halfAnHour = 30 * 60;

/** Only who knows the password, or the database, can tell it. */
const keyOf = ({ id, passwordHash }: Found["share"]) => hashOf(`${id} ${passwordHash}`);

async function holdsKey(request: Request, share: Found["share"]): Promise<boolean> {
  const held: unknown = await key.parse(request.headers.get("Cookie"));
  return Array.isArray(held) && held.includes(keyOf(share));
}

/** The cookie that lets this browser in from now on, beside what it may open already. */
export async function letIn(request: Request, share: Found["share"]): Promise<string> {
  const held: unknown = await key.parse(request.headers.get("Cookie"));
  const keys = Array.isArray(held) ? held.filter((one) => typeof one === "string").slice(-9) : [];
  return key.serialize([...keys, keyOf(share)], { maxAge: day, secure: isSecure(request) });
}

/** The document with everybody masked who is known today, also those who were not when it was frozen. */
async function nameNobody(
  store: Store,
  { workspaceId, studyId, audience }: Pick<OpenedShare, "workspaceId" | "studyId" | "audience">,
  document: ReportDocument,
): Promise<ReportDocument> {
  if (audience !== "product") return document;
  return maskQuotedPeople(document, knownPeople(await listNamesInStudy(store, { workspaceId, studyId })));
}

/**
 * Whoever follows a link to a report. `closed` says why it leads nowhere, `locked` that its password is wanted (with
 * the link as it is kept, to check it), else the link is open: `read` gives the newest, `soon` how far it is meanwhile.
 */
export async function requireShare(request: Request, params: { token?: string }) {
  const gate = await openToAll(request);
  const found = await findReportShareByToken(gate.store, { token: params.token ?? "" });
  const closed = (because: ClosedBecause) => ({ ...gate, kind: "closed" as const, because });
  if (!found) return closed("gone");
  const { share, product } = found;
  const state = stateOfShare(share, gate.now);
  if (state !== "open") return closed(state);
  if (share.passwordHash !== null && !(await holdsKey(request, share)))
    return { ...gate, kind: "locked" as const, share, product, passwordHash: share.passwordHash };
  const { id, workspaceId, studyId, audience, snapshotId } = share;
  const filter = share.filter ?? undefined;
  const opened = { id, workspaceId, studyId, audience, product };
  if (snapshotId === null) {
    const study = await findStudy(gate.store, { workspaceId, studyId });
    if (!study) return closed("gone");
    const readAs = async (asked: { fresh: true } | { soon: true }) => {
      const given = { study, audience, filter, now: gate.now, ...asked };
      const shown = await readOutsideReport(gate.store, given);
      return { ...shown, document: await nameNobody(gate.store, opened, shown.document) };
    };
    const [read, soon] = [
      () => readAs({ fresh: true }),
      () => orPendingReport(study, readAs({ soon: true })),
    ];
    return { ...gate, kind: "open" as const, share: { ...opened, frozen: null } as OpenedShare, read, soon };
  }
  const snapshot = await findReportSnapshot(gate.store, { workspaceId, studyId, snapshotId });
  if (!snapshot) return closed("gone");
  const frozen = { name: snapshot.name, at: snapshot.createdAt };
  const read = async () => ({
    document: await nameNobody(gate.store, opened, documentFor(snapshot.shared, audience)),
    catchingUp: false,
  });
  return { ...gate, kind: "open" as const, share: { ...opened, frozen } as OpenedShare, read, soon: read };
}

/** Counts a view of this browser, once in half an hour; returns the cookie that remembers it, or null. */
export async function countView(
  store: Store,
  request: Request,
  { id, workspaceId }: OpenedShare,
  now: number,
): Promise<string | null> {
  const before: unknown = await seen.parse(request.headers.get("Cookie"));
  const known = Array.isArray(before) ? before.filter((one) => typeof one === "string") : [];
  if (known.includes(id)) return null;
  await updateReportShareViewed(store, { workspaceId, shareId: id, now });
  return seen.serialize([...known.slice(-9), id], { maxAge: halfAnHour, secure: isSecure(request) });
}

/** What every answer about a shared report says to browsers, proxies and search engines. */
export const shareHeaders = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow" };
