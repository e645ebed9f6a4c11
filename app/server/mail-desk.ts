/** What the mail page of a study can be asked to do. */
import { updateInvitationStep } from "~/data/invitations";
import { findMailSettings, saveMailRule } from "~/data/mail-settings";
import { updateMailsByHand } from "~/data/mails";
import { readReminderRule, ruleFields } from "~/domain/mail/forms";
import { typedIn } from "~/domain/typed";
import type { Store } from "~db/client";
import { largestBounce, takeBounce } from "./mail-bounces";
import { queueLetters } from "./mail-letters";
import { publicOrigin } from "./request";

type Asked = { request: Request; workspaceId: string; studyId: string; form: FormData; now: number };

/** What a person may say of letters, and of which. */
const byHand = {
  arrived: { from: ["uncertain"], to: "sent" },
  again: { from: ["uncertain", "failed"], to: "queued" },
  passed: { from: ["queued"], to: "sent" },
  drop: { from: ["queued"], to: "cancelled" },
} as const;
const isByHand = (intent: string): intent is keyof typeof byHand => Object.hasOwn(byHand, intent);

async function readBounces(store: Store, { workspaceId, form, now }: Asked) {
  const files = form.getAll("files").filter((one): one is File => one instanceof File && one.size > 0);
  if (files.length === 0) return { kind: "no-files" as const, at: now };
  const taken = await Promise.all(
    files.map(async (file) =>
      file.size > largestBounce
        ? false
        : takeBounce(store, { workspaceId, message: Buffer.from(await file.arrayBuffer()), now }),
    ),
  );
  const matched = taken.filter(Boolean).length;
  return { kind: "bounces" as const, matched, other: taken.length - matched, at: now };
}

/** Does what the form asks; null when it asks for nothing known. */
export async function answerMailDesk(store: Store, asked: Asked) {
  const { request, workspaceId, studyId, form, now } = asked;
  const where = { workspaceId, studyId };
  const intent = String(form.get("intent"));
  if (isByHand(intent)) {
    const { from, to } = byHand[intent];
    const mailIds = form.getAll("mailId").map(String);
    const n = await updateMailsByHand(store, { ...where, mailIds, from, to, now });
    return { kind: "moved" as const, to, n, at: now };
  }
  switch (intent) {
    case "write": {
      const settings = await findMailSettings(store, { workspaceId });
      const origin = settings?.origin ?? publicOrigin(request);
      const n = await queueLetters(store, { ...where, rule: null, origin, first: true, now });
      return { kind: "wrote" as const, n, at: now };
    }
    case "chat": {
      const invitationIds = [String(form.get("invitationId"))];
      await updateInvitationStep(store, { workspaceId, invitationIds, step: "sentAt", at: now });
      return { kind: "passed" as const, at: now };
    }
    case "rule": {
      const typed = typedIn(form, ruleFields);
      const read = readReminderRule(typed);
      if (!read.ok) return { kind: "rule-refused" as const, problems: read.problems, typed, at: now };
      await saveMailRule(store, { ...where, rule: read.rule, now });
      return { kind: "rule-saved" as const, at: now };
    }
    case "no-rule":
      await saveMailRule(store, { ...where, rule: null, now });
      return { kind: "rule-stopped" as const, at: now };
    case "bounces":
      return readBounces(store, asked);
    default:
      return null;
  }
}
