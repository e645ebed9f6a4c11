/** Programs are kept from filling a link; an office of two hundred behind one address is not kept from anything. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { countResponses } from "~/data/responses";
import { startLimits } from "~/domain/fieldwork/start-limit";
import * as link from "~/routes/respond/link";
import * as studyLink from "~/routes/respond/study-link";
import { clientAddressHeader } from "~/server/request";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { fieldStudy } from "../support/fielded";
import { cookieOf, get, post, run } from "../support/run-route";
import { openMemoryStore } from "../support/stores";

let store: Store;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
});
afterAll(() => store.close());
afterEach(() => vi.useRealTimers());

const questionnaire = { pages: [{ name: "p", elements: [{ type: "comment", name: "why" }] }] };
const field = () => fieldStudy(store, { questionnaires: { user: questionnaire } });
const started = async (study: Awaited<ReturnType<typeof field>>) =>
  (await countResponses(store, study)).reduce((sum, row) => sum + row.started, 0);

/** A person: opens the page, reads it for a while, and presses the button. */
async function person(token: string, address: string, { reads = 4000, cookies = true, trap = "" } = {}) {
  const params = { token };
  const from = { [clientAddressHeader]: address };
  const page = await run(link.loader, get(`/r/${token}`, from), params);
  const { responseKey: key, shownAt } = (page.body as { start: { responseKey: string; shownAt: number } })
    .start;
  vi.setSystemTime(Date.now() + reads);
  const headers = cookies ? { ...from, Cookie: cookieOf(page) } : from;
  const fields = { key, shownAt: String(shownAt), website: trap };
  return run(link.action, post(`/r/${token}`, fields, headers), params);
}
/** A program that posts without looking. */
const program = (token: string, address: string) =>
  run(link.action, post(`/r/${token}`, {}, { [clientAddressHeader]: address }), { token });

const useClock = () => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });

test("two hundred people of one office begin within an hour, or all at once", async () => {
  useClock();
  for (const pause of [18_000, 0]) {
    const study = await field();
    for (let n = 0; n < 200; n++) {
      expect((await person(study.tokens.user!, "203.0.113.7", { reads: pause || 1000 })).status).toBe(303);
      if (pause === 0) vi.setSystemTime(Date.now() - 1000);
    }
    expect(await started(study)).toBe(200);
  }
});

test("two hundred whose browsers keep no cookies begin within an hour", async () => {
  useClock();
  const study = await field();
  for (let n = 0; n < 200; n++)
    expect((await person(study.tokens.user!, "203.0.113.8", { reads: 18_000, cookies: false })).status).toBe(
      303,
    );
  expect(await started(study)).toBe(200);
});

test("a program gets a few through and is told to wait; others on the same link notice nothing", async () => {
  useClock();
  const study = await field();
  const token = study.tokens.user!;
  const answers = [];
  for (let n = 0; n < 200; n++) answers.push((await program(token, "198.51.100.1")).status);
  expect(answers.filter((status) => status === 303)).toHaveLength(startLimits.unseen);
  expect(new Set(answers.slice(startLimits.unseen))).toEqual(new Set([429]));
  expect((await person(token, "198.51.100.2")).status).toBe(303);
  // People of the same address who look at the page first are a crowd, not the program.
  expect((await person(token, "198.51.100.1")).status).toBe(303);
  expect(await started(study)).toBe(startLimits.unseen + 2);
  vi.setSystemTime(Date.now() + startLimits.windowMs);
  expect((await program(token, "198.51.100.1")).status).toBe(303);
});

test("a program that keeps cookies and takes its time is stopped, too", async () => {
  useClock();
  const study = await field();
  const answers = [];
  for (let n = 0; n < startLimits.seen + 20; n++)
    answers.push((await person(study.tokens.user!, "198.51.100.3", { reads: 1000 })).status);
  expect(answers.indexOf(429)).toBe(startLimits.seen);
});

test("whoever fills in the field that nobody sees is led back and begins nothing", async () => {
  useClock();
  const study = await field();
  const trapped = await person(study.tokens.user!, "198.51.100.4", { trap: "https://spam.example" });
  expect(trapped).toMatchObject({ status: 303, to: `/r/${study.tokens.user}` });
  const token = study.tokens.study!;
  const fields = { website: "x" };
  expect(await run(studyLink.action, post(`/s/${token}`, fields), { token })).toMatchObject({
    ...{ status: 303, to: `/s/${token}` },
  });
  expect(await started(study)).toBe(0);
});

test("the link of the whole study says when its page was drawn", async () => {
  const study = await field();
  const token = study.tokens.study!;
  const page = await run(studyLink.loader, get(`/s/${token}`), { token });
  const { shownAt } = (page.body as { start: { shownAt: number } }).start;
  expect(shownAt).toBeGreaterThan(0);
});
