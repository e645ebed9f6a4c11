/**
 * Ten thousand people in two thousand companies, all invited: the lists, the board and the import, each against what any
 * program must do with them, reading those rows once. A ratio in the same run says more than milliseconds on an unknown
 * machine; both are printed.
 */
import { expect, test } from "vitest";
import { listCompanies } from "~/data/companies";
import { listAllContacts, listContacts } from "~/data/contacts";
import { findImport } from "~/data/imports";
import { findStudy } from "~/data/studies";
import { chainRoles } from "~/domain/chain/role";
import { readBoard, requireWave } from "~/server/fieldwork-board";
import { invitePeople } from "~/server/invite";
import { confirmImport, keepUpload } from "~/server/people-import";
import { fieldStudy } from "../support/fielded";
import { openMemoryStore } from "../support/stores";

const people = 10_000;
const rounds = 7;
const header = "company,name,email,role,size,region";
const survey = { pages: [{ name: "one", elements: [{ type: "text", name: "why", title: "Why?" }] }] };

const file = (from: number, count: number) =>
  new File(
    [
      [
        header,
        ...Array.from({ length: count }, (_, at) => {
          const n = from + at;
          const role = chainRoles[n % 3];
          return `公司${Math.floor(n / 5)},姓名${n},p${n}@c${Math.floor(n / 5)}.example,${role},120,上海`;
        }),
      ].join("\n"),
    ],
    "people.csv",
  );

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = performance.now();
    await work();
    times.push(performance.now() - before);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

test("lists, board and import of 10 000 people", async () => {
  const store = await openMemoryStore();
  const { workspaceId, studyId } = await fieldStudy(store, {
    questionnaires: { decider: survey, user: survey, requester: survey },
  });
  const bring = async (given: File) => {
    const now = Date.now();
    const kept = await keepUpload(store, { workspaceId, createdBy: "bench", file: given, now });
    if (!kept.ok) throw new Error(kept.problem);
    const found = (await findImport(store, { workspaceId, importId: kept.importId }))!;
    return confirmImport(store, found, { defaultRole: null, now });
  };
  const before = performance.now();
  expect((await bring(file(0, people))).added).toBe(people);
  const whole = performance.now() - before;
  const study = (await findStudy(store, { workspaceId, studyId }))!;
  const wave = await requireWave(store, study);
  const now = Date.now();
  const roles = ["decider", "user", "requester"] as const;
  await invitePeople(store, { study, wave, roles, tag: "", days: null, createdBy: "bench", now });

  const reference = await median(() => listAllContacts(store, { workspaceId }));
  const page = { workspaceId, limit: 50, offset: 0, locale: "zh-CN" } as const;
  let next = people;
  const measured = {
    "people by name": await median(() => listContacts(store, { ...page, sort: "name" })),
    "people searched": await median(() => listContacts(store, { ...page, filter: { search: "名99" } })),
    companies: await median(() => listCompanies(store, { ...page, sort: "name" })),
    board: await median(() => readBoard(store, { study, wave, language: "zh-CN", page: 1 })),
    "300 more people": await median(async () => {
      await bring(file(next, 300));
      next += 300;
    }),
  };
  console.info(
    `reading ${people} people once: ${reference.toFixed(0)} ms; importing them: ${whole.toFixed(0)} ms`,
  );
  for (const [name, time] of Object.entries(measured)) {
    console.info(`${name}: ${time.toFixed(0)} ms, ${(time / reference).toFixed(1)} × the reference`);
    expect(time / reference, name).toBeLessThan(8);
  }
  await store.close();
});
