import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { admits } from "~/domain/fieldwork/admits";
import { type BoardInput, fieldworkBoard } from "~/domain/fieldwork/board";
import { invitationRefusal, invitationState, isLost, worthAskingAgain } from "~/domain/fieldwork/invitation";
import { noTargets } from "~/domain/fieldwork/wave";
import { readWave, typedWave, waveFromForm } from "~/domain/fieldwork/wave-form";
import { projectedEnd, stopStates, targetProgress } from "~/domain/fieldwork/wave-progress";

const day = 24 * 60 * 60 * 1000;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const none = {
  ...{ sentAt: null, openedAt: null, startedAt: null, completedAt: null, bouncedAt: null, refusedAt: null },
  outcome: null,
};
const roles = ["decider", "user", "requester"] as const;
const person = (id: string, companyId: string, primaryRole: (typeof roles)[number]) => ({
  ...{ id, companyId, companyName: companyId.toUpperCase(), name: id, primaryRole },
});
const stayed = { leftId: null, leftName: null };
const input = (given: Partial<BoardInput>): BoardInput => ({
  ...{ roles, contacts: [], invitations: [], answers: [], referrals: [] },
  ...given,
});

describe("an invitation", () => {
  test.each([
    [{}, "not-sent"],
    [{ sentAt: 1 }, "sent"],
    [{ sentAt: 1, bouncedAt: 2 }, "bounced"],
    [{ sentAt: 1, bouncedAt: 2, openedAt: 3 }, "opened"],
    [{ sentAt: 1, openedAt: 2, startedAt: 3 }, "started"],
    [{ openedAt: 2, startedAt: 3, refusedAt: 4 }, "refused"],
    [{ openedAt: 2, refusedAt: 4, completedAt: 5 }, "done"],
    [{ startedAt: 2, completedAt: 5, outcome: "screened-out" }, "screened-out"],
  ] as const)("%j is %s", (moments, state) => expect(invitationState({ ...none, ...moments })).toBe(state));

  test("is refused for one reason at a time, and not once it was begun", () => {
    const at = { anonymised: false, waveEnded: false, now: 100 };
    const one = { ...none, expiresAt: 100 };
    expect(invitationRefusal(one, at)).toBe("expired");
    expect(invitationRefusal({ ...one, startedAt: 50 }, { ...at, waveEnded: true })).toBeNull();
    expect(invitationRefusal({ ...one, completedAt: 60 }, at)).toBe("used");
    expect(invitationRefusal({ ...one, completedAt: 60 }, { ...at, anonymised: true })).toBe("unknown");
    expect(invitationRefusal({ ...one, expiresAt: null }, { ...at, waveEnded: true })).toBe("closed");
    expect(invitationRefusal({ ...one, expiresAt: 101 }, at)).toBeNull();
  });

  test("is lost after three quiet days, and asked again only where that makes sense", () => {
    const opened = { ...none, sentAt: 0, openedAt: day };
    expect(isLost(opened, 4 * day - 1)).toBe(false);
    expect(isLost(opened, 4 * day)).toBe(true);
    expect(isLost({ ...none, sentAt: 0 }, 90 * day)).toBe(false);
    expect(isLost({ ...opened, completedAt: 2 * day }, 90 * day)).toBe(false);
    const asked = { ...opened, optedOutAt: null, anonymisedAt: null, refusedReason: "", askAgainAt: null };
    expect(worthAskingAgain(asked)).toBe(true);
    expect(worthAskingAgain({ ...asked, optedOutAt: 1 })).toBe(false);
    expect(worthAskingAgain({ ...asked, refusedAt: 1, refusedReason: "time" })).toBe(true);
    expect(worthAskingAgain({ ...asked, refusedAt: 1, refusedReason: "trust" })).toBe(false);
    expect(worthAskingAgain({ ...asked, askAgainAt: 1 })).toBe(false);
  });

  test("a way in admits between its days, up to its cap", () => {
    const open = { kind: "public-link", opensAt: 10, closesAt: 20, closedAt: null, cap: 2 } as const;
    const at = (now: number, begun = 0) => admits(open, { now, begun, waveEnded: false });
    expect([at(9), at(10), at(19), at(20), at(15, 2)]).toEqual(["not-yet", null, null, "closed", "full"]);
    const now = { now: 15, begun: 0, waveEnded: false };
    expect(admits({ ...open, kind: "personal" }, now)).toBe("personal");
    expect(admits({ ...open, kind: "import" }, now)).toBe("unknown");
    expect(admits(open, { ...now, waveEnded: true })).toBe("closed");
  });
});

describe("the board", () => {
  test("puts companies that have begun and lack a voice first, then the untouched, then the complete", () => {
    const board = fieldworkBoard(
      input({
        contacts: [
          person("a1", "a", "user"),
          person("b1", "b", "user"),
          person("c1", "c", "user"),
          person("c2", "c", "decider"),
          person("c3", "c", "requester"),
        ],
        invitations: [
          { ...none, ...stayed, contactId: "b1", role: "user", completedAt: 5 },
          { ...none, ...stayed, contactId: "c1", role: "user", completedAt: 5 },
          { ...none, ...stayed, contactId: "c2", role: "decider", completedAt: 5 },
          { ...none, ...stayed, contactId: "c3", role: "requester", completedAt: 5 },
        ],
      }),
      compare,
    );
    expect(board.rows.map(({ name, missing }) => [name, missing])).toEqual([
      ["B", ["decider", "requester"]],
      ["A", ["decider", "user", "requester"]],
      ["C", []],
    ]);
    expect(board.rows[1]?.people.user).toMatchObject([{ contactId: "a1", state: "not-invited" }]);
  });

  test("shows answers by links, and who brought whom", () => {
    const answer = { companyName: "A", contactId: null, completedAt: 9, outcome: null };
    const board = fieldworkBoard(
      input({
        contacts: [person("boss", "a", "decider"), person("ann", "a", "user")],
        invitations: [
          { ...none, ...stayed, contactId: "boss", role: "decider" },
          { ...none, ...stayed, contactId: "ann", role: "user", completedAt: 2 },
        ],
        answers: [
          { ...answer, role: "user", companyId: "a" },
          { ...answer, role: "user", companyId: null, companyName: null },
          { ...answer, role: "user", companyId: "a", contactId: "ann" },
        ],
        referrals: [
          { contactId: "boss", companyId: "a", role: "decider", fromContactId: "ann", fromRole: "user" },
        ],
      }),
      compare,
    );
    expect(board.rows[0]?.people.user).toHaveLength(2);
    expect(board.rows[0]?.people.decider?.[0]?.broughtBy).toEqual({ name: "ann", role: "user" });
    expect(board.counts.user?.done).toBe(3);
  });

  test("counts an answer for the company it was asked in, when the person is of another by now", () => {
    const board = fieldworkBoard(
      input({
        contacts: [person("ann", "b", "user"), person("bo", "b", "decider")],
        invitations: [
          { ...none, leftId: "a", leftName: "A", contactId: "ann", role: "user", completedAt: 5 },
        ],
      }),
      compare,
    );
    expect(board.rows.map(({ name, missing }) => [name, missing])).toEqual([
      ["A", ["decider", "requester"]],
      ["B", ["decider", "user", "requester"]],
    ]);
    expect(board.rows[0]?.people.user).toMatchObject([{ contactId: "ann", state: "done" }]);
  });

  test("loses nobody: the counts are all invitations, uninvited people and answers by links", () => {
    const moment = fc.constantFrom(null, 1);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            role: fc.constantFrom(...roles),
            completedAt: moment,
            sentAt: moment,
            refusedAt: moment,
            invited: fc.boolean(),
          }),
          { maxLength: 30 },
        ),
        fc.array(
          fc.record({
            role: fc.constantFrom(...roles),
            companyId: fc.constantFrom("a", "z", null),
            completedAt: moment,
            outcome: fc.constantFrom(null, "over-quota" as const),
          }),
          { maxLength: 20 },
        ),
        (people, links) => {
          const of = (n: number) => (n % 3 ? stayed : { leftId: "c", leftName: "C" });
          const contacts = people.map(({ role }, n) => person(`p${n}`, n % 2 ? "a" : "b", role));
          const board = fieldworkBoard(
            input({
              contacts,
              invitations: people.flatMap(({ invited, ...one }, n) =>
                invited ? [{ ...none, ...one, ...of(n), contactId: `p${n}` }] : [],
              ),
              answers: links.map((one) => ({ ...one, companyName: one.companyId, contactId: null })),
            }),
            compare,
          );
          const counted = Object.values(board.counts).flatMap((states) => Object.values(states));
          expect(counted.reduce((sum, n) => sum + n, 0)).toBe(people.length + links.length);
        },
      ),
    );
  });
});

const answer = (role: (typeof roles)[number], completedAt: number | null, size: string | null = null) => ({
  ...{ role, completedAt, size, industry: null, region: null },
});

describe("a wave's progress", () => {
  const targets = {
    roles: { user: 10, decider: 2 },
    segments: [{ field: "size", value: "1000+", role: "user", target: 1 } as const],
  };
  test("counts complete responses beside each target", () => {
    const answers = [answer("user", 1, "1000+"), answer("user", null), answer("decider", 1)];
    expect(targetProgress(answers, targets).map(({ done, target }) => [done, target])).toEqual([
      [1, 2],
      [1, 10],
      [1, 1],
    ]);
  });

  test("carries the last seven days on: 7 users in 7 days, 3 more wanted, ends in 3 days", () => {
    const now = 30 * day;
    const users = Array.from({ length: 7 }, (_, at) => answer("user", now - at * day));
    const only = { roles: { user: 10 }, segments: [] };
    expect(projectedEnd(users, only, { startedAt: 0, now })).toEqual({ ok: true, value: now + 3 * day });
    expect(projectedEnd(users, { ...only, roles: { user: 7 } }, { startedAt: 0, now })).toEqual({
      ok: true,
      value: now,
    });
    expect(projectedEnd(users.slice(5), only, { startedAt: 0, now })).toMatchObject({ reason: "too-few" });
    expect(projectedEnd(users, { ...only, roles: { user: 900 } }, { startedAt: 0, now })).toMatchObject({
      reason: "never-reached",
    });
    expect(projectedEnd(users, noTargets, { startedAt: 0, now })).toMatchObject({ reason: "not-applicable" });
  });

  test("rules say to stop when they are met, and only the declared ones", () => {
    const rules = { targetsMet: true, verdictDecided: "user", mostResponses: 2 } as const;
    const answers = [answer("user", 1), answer("decider", 1), answer("user", null)];
    const met = (verdict: "above" | "undecided") =>
      stopStates(rules, { answers, targets, verdicts: new Map([["user", verdict]]) }).map((one) => one.met);
    expect(met("above")).toEqual([false, true, true]);
    expect(met("undecided")).toEqual([false, false, true]);
    const undeclared = { targetsMet: false, verdictDecided: null, mostResponses: null };
    expect(stopStates(undeclared, { answers, targets, verdicts: new Map() })).toEqual([]);
  });
});

describe("the plan of a wave", () => {
  const form = new FormData();
  const fields = {
    name: "Spring",
    starts: "2026-11-01",
    ends: "2026-11-30",
    "target-user": "60",
    verdict: "user",
    most: "",
    looks: "20，45 and 90",
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [field, value, role, target] of [
    ["size", "1200 人", "decider", "5"],
    ["region", "", "user", ""],
  ] as const) {
    form.append("segmentField", field);
    form.append("segmentValue", value);
    form.append("segmentRole", role);
    form.append("segmentTarget", target);
  }

  test("is read, its last day included, and comes back as it was", () => {
    const read = readWave(waveFromForm(form));
    if (!read.ok) throw new Error(JSON.stringify(read));
    expect(read.plan).toMatchObject({
      endsAt: Date.parse("2026-12-01T00:00:00Z") - 1,
      targets: {
        roles: { user: 60 },
        segments: [{ field: "size", value: "1000+", role: "decider", target: 5 }],
      },
      stopRules: {
        ...{ targetsMet: false, verdictDecided: "user", mostResponses: null },
        looks: [20, 45, 90],
      },
    });
    expect(readWave(typedWave(read.plan))).toEqual(read);
  });

  test.each([
    [{ ends: "2026-10-01" }, "ends", "ends-first"],
    [{ starts: "2026-02-30" }, "starts", "not-a-date"],
    [{ "target-user": "many" }, "target-user", "not-a-number"],
    [{ segmentTarget: "" }, "segment-0", "incomplete"],
    [{ looks: "40, 20" }, "looks", "not-looks"],
    [{ looks: "soon" }, "looks", "not-looks"],
  ])("%j is refused at the field", (change, field, problem) => {
    const changed = new FormData();
    for (const [name, value] of form) changed.append(name, (change as Record<string, string>)[name] ?? value);
    expect(readWave(waveFromForm(changed))).toMatchObject({ ok: false, problems: { [field]: problem } });
  });
});
