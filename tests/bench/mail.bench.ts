/** The mail page of a study with 10,000 invited people, against reading their invitations alone. */
import { expect, test } from "vitest";
import { listInvitations } from "~/data/invitations";
import * as desk from "~/routes/fieldwork/mail";
import { queueLetters } from "~/server/mail-letters";
import { useStore } from "~/server/store";
import { inviteToStudy } from "../support/invited";
import { memberOf } from "../support/member-of";
import { openMemoryStore } from "../support/stores";

async function median(work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let n = 0; n < 5; n++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b)[2]!;
}

test("10,000 invited people", { timeout: 300_000 }, async () => {
  const store = await openMemoryStore();
  useStore(store);
  const people = Array.from({ length: 10_000 }, (_, at) => ({
    ...{ name: `Person ${at}`, email: `p${at}@x.example`, company: `Company ${at % 800}` },
  }));
  const { where } = await inviteToStudy(store, people);
  const member = await memberOf(store, where.workspaceId);
  const now = Date.now();
  const begun = performance.now();
  await queueLetters(store, { ...where, rule: null, origin: "https://ask.example", first: true, now });
  const writing = performance.now() - begun;
  const reading = await median(() => listInvitations(store, where));
  const page = await median(() =>
    desk.loader({ request: member.request("/x"), params: { studyId: where.studyId }, context: {} }),
  );
  console.info(
    `10,000 letters written in ${writing.toFixed(0)} ms; invitations read in ${reading.toFixed(0)} ms, page in ${page.toFixed(0)} ms`,
  );
  expect(page / reading).toBeLessThan(4);
  await store.close();
});
