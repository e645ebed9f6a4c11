import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainRoles } from "~/domain/chain/role";
import { languages } from "~/domain/language";
import { readBounce } from "~/domain/mail/bounce";
import { chatText, mergeCsv } from "~/domain/mail/by-hand";
import { readMailServer, readReminderRule, type TypedServer } from "~/domain/mail/forms";
import { mailKinds } from "~/domain/mail/mail";
import { claimLease, isRefusal, mayStillSend, retryAt } from "~/domain/mail/queue-rules";
import { nextLetter, type Writable, type Written } from "~/domain/mail/reminders";
import {
  fillTemplate,
  greetingOf,
  htmlOf,
  type MergeValues,
  templateProblems,
  usualTemplate,
} from "~/domain/mail/template";

const values: MergeValues = {
  ...{ greeting: "Dear Li Na,", name: "Li Na", company: "Yunfan", product: "Hemu", minutes: "9" },
  ...{ link: "https://ask.example/i/abc", sender: "Northwind" },
};
const optOut = "https://ask.example/u/abc";

describe("wording", () => {
  test("the usual words of every role, kind and language are fit to be sent", () => {
    for (const kind of mailKinds)
      for (const role of chainRoles)
        for (const language of languages) {
          const template = usualTemplate(kind, role, language);
          expect(templateProblems(template)).toEqual([]);
          const { subject, body } = fillTemplate(template, { values, language, optOut });
          expect(subject + body).not.toMatch(/[{}]/);
          expect(body).toContain(values.link);
          expect(body.trimEnd().endsWith(optOut)).toBe(true);
        }
  });

  test.each([
    [{ subject: "", body: "{link}" }, [{ field: "subject", problem: "missing" }]],
    [{ subject: "a", body: "no link" }, [{ field: "body", problem: "no-link" }]],
    [{ subject: "{boss}", body: "{link}" }, [{ field: "subject", problem: "unknown-field", name: "boss" }]],
    [{ subject: "a".repeat(151), body: "{link}" }, [{ field: "subject", problem: "too-long" }]],
  ])("%j is refused", (template, problems) => {
    expect(templateProblems(template)).toEqual(problems);
  });

  test("a name cannot add a header, a field or markup", () => {
    const nasty = { ...values, name: "A\r\nBcc: all@x.example {link}<script>" };
    const { subject, body } = fillTemplate(
      { subject: "For {name}", body: "{name}\n\n{link}" },
      { values: nasty, language: "en", optOut },
    );
    expect(subject).toBe("For A Bcc: all@x.example {link}<script>");
    const html = htmlOf(body, "en");
    expect(html).not.toContain("<script>");
    expect(html).toContain(`<a href="${values.link}">`);
  });

  test("somebody without a name is greeted, too", () => {
    expect(greetingOf("", "en")).toBe("Hello,");
    expect(greetingOf("李娜", "zh-CN")).toBe("李娜，您好！");
    expect(chatText(values, "zh-CN").split("\n")[1]).toBe(values.link);
  });

  test("the file for mail merge runs no formula", () => {
    const row = { toName: "=1+1", toAddress: "a@x.example", company: "A", role: "user", link: "l" };
    expect(mergeCsv([{ ...row, subject: "s", body: "b" }])).toContain(`"'=1+1"`);
  });
});

const day = 24 * 60 * 60 * 1000;
const rule = { unopenedDays: 3, unfinishedDays: 2, most: 2 };
const nobody: Writable = {
  ...{ id: "i", email: "a@x.example", sentAt: null, openedAt: null, startedAt: null, completedAt: null },
  ...{ bouncedAt: null, refusedAt: null, askAgainAt: null, expiresAt: null, optedOutAt: null },
  anonymisedAt: null,
};
const sent = (round: number, at: number): Written => ({ round, state: "sent", sentAt: at });

describe("the next letter", () => {
  test.each<[string, Partial<Writable>, Written[], number, string | null]>([
    ["first, at once", {}, [], 0, "invitation 0"],
    ["a reminder when its days are over", {}, [sent(0, 1)], 1 + 3 * day, "reminder 1"],
    ["not a moment before", {}, [sent(0, 1)], 3 * day, null],
    ["sooner for who has begun", { startedAt: 5 }, [sent(0, 1)], 1 + 2 * day, "reminder 1"],
    ["none beyond the cap", {}, [sent(0, 1), sent(1, 2), sent(2, 3)], 90 * day, null],
    ["once more when it is wished", { askAgainAt: 9 }, [sent(0, 1), sent(1, 2), sent(2, 3)], 9, "reminder 3"],
    ["none while one is on its way", {}, [{ round: 0, state: "queued", sentAt: null }], 90 * day, null],
    ["none while one is uncertain", {}, [{ round: 0, state: "uncertain", sentAt: null }], 90 * day, null],
    ["a link passed on by hand counts", { sentAt: 1 }, [], 1 + 3 * day, "reminder 1"],
    ["none to who opted out", { optedOutAt: 1 }, [], 0, null],
    ["none without an address", { email: "" }, [], 0, null],
    ["none to who is done", { completedAt: 1 }, [sent(0, 1)], 90 * day, null],
    ["none after a bounce", { bouncedAt: 1 }, [sent(0, 1)], 90 * day, null],
    ["none after a no", { refusedAt: 1 }, [sent(0, 1)], 90 * day, null],
    ["none when the link has run out", { expiresAt: 5 }, [], 5, null],
  ])("%s", (_, more, letters, now, expected) => {
    const due = nextLetter({ ...nobody, ...more }, letters, { rule, now });
    expect(due && `${due.kind} ${due.round}`).toBe(expected);
  });

  test("however often it is asked, nobody gets more than the cap or two within the days", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 * day }), { maxLength: 40 }), (steps) => {
        const letters: Written[] = [];
        let now = 1;
        for (const step of steps) {
          now += step;
          const due = nextLetter(nobody, letters, { rule, now });
          if (due) letters.push(sent(due.round, now));
        }
        expect(letters.length).toBeLessThanOrEqual(1 + rule.most);
        expect(new Set(letters.map(({ round }) => round)).size).toBe(letters.length);
        letters.slice(1).forEach(({ sentAt }, at) => {
          expect(sentAt! - letters[at]!.sentAt!).toBeGreaterThanOrEqual(3 * day);
        });
      }),
    );
  });
});

test("the queue waits longer each time, and gives up", () => {
  const waits = [1, 2, 3, 4].map((attempts) => retryAt(attempts, 0)!);
  expect([...waits].sort((a, b) => a - b)).toEqual(waits);
  expect(retryAt(5, 0)).toBeNull();
  expect([mayStillSend(30, 10), mayStillSend(30, 40)]).toEqual([20, 0]);
  expect([isRefusal(550), isRefusal(451), isRefusal(undefined)]).toEqual([true, false, false]);
  expect(claimLease).toBeGreaterThan(60_000);
});

describe("a bounce", () => {
  const report = (status: string, action = "failed") => ({
    type: "message/delivery-status",
    text: `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; <Na.Li@Acme.example>\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n no such user\r\n`,
  });
  const quoted = { type: "text/rfc822-headers", text: "Subject: x\r\nMessage-ID: <abc@ask.example>\r\n" };

  test("tells whose letter came back and why", () => {
    expect(readBounce([{ type: "text/plain", text: "sorry" }, report("5.1.1"), quoted])).toEqual({
      ...{ recipient: "na.li@acme.example", messageId: "<abc@ask.example>", status: "5.1.1" },
      diagnostic: "550 5.1.1 no such user",
    });
    expect(readBounce([report("5.1.1")])?.messageId).toBe("");
  });

  test("a delay, a receipt and a plain letter are none", () => {
    expect(readBounce([report("4.4.1", "delayed"), quoted])).toBeNull();
    expect(readBounce([report("2.0.0", "delivered"), quoted])).toBeNull();
    expect(readBounce([{ type: "text/plain", text: "Status: 5.1.1" }])).toBeNull();
  });
});

describe("forms", () => {
  const typed: TypedServer = {
    ...{ host: " smtp.example.com ", port: "５８７", security: "starttls", username: "", password: " p " },
    ...{ fromName: "Northwind", fromAddress: "Study@Example.com", replyTo: " ", perMinute: "30" },
  };
  test("the mail server is read as it is meant", () => {
    expect(readMailServer(typed)).toMatchObject({
      ok: true,
      settings: {
        host: "smtp.example.com",
        port: 587,
        password: " p ",
        fromAddress: "study@example.com",
        replyTo: "",
      },
    });
  });
  test.each([
    ["host", "", "missing"],
    ["host", "http://x", "not-a-host"],
    ["port", "0", "not-a-number"],
    ["port", "", "not-a-number"],
    ["security", "ssl", "not-offered"],
    ["fromAddress", "me", "not-an-address"],
    ["replyTo", "me", "not-an-address"],
    ["perMinute", "1.5", "not-a-number"],
  ] as const)("%s: %j is %s", (field, text, problem) => {
    expect(readMailServer({ ...typed, [field]: text })).toEqual({
      ok: false,
      problems: { [field]: problem },
    });
  });
  test("reminders keep to their limits", () => {
    expect(readReminderRule({ unopenedDays: "3", unfinishedDays: "2", most: "0" }).ok).toBe(true);
    expect(readReminderRule({ unopenedDays: "", unfinishedDays: "2.5", most: "9" })).toEqual({
      ok: false,
      problems: ["unopenedDays", "unfinishedDays", "most"],
    });
  });
});
