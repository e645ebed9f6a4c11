/**
 * Ten thousand people in two thousand companies, all invited: the server's time for each request a person makes of
 * them (a file of new people, the same again, one that says all anew; lists, board, invitations, mail), its loader or action called as the framework
 * calls it. Medians on both engines, by the clock and in the time of a processor, which others on the machine leave as
 * it is; the latter stays under 300 ms.
 */
import { readFileSync } from "node:fs";
import { inArray, type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { listInvitations } from "~/data/invitations";
import { findPublishedVersion, listQuestionnaires } from "~/data/questionnaires";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import { seededRandom } from "~/domain/stats/seeded-random";
import * as importOne from "~/routes/companies/import";
import * as imports from "~/routes/companies/imports";
import * as companies from "~/routes/companies/list";
import * as people from "~/routes/companies/people";
import * as board from "~/routes/fieldwork/board";
import * as invitations from "~/routes/fieldwork/invitations";
import * as left from "~/routes/fieldwork/left";
import * as mail from "~/routes/fieldwork/mail";
import { useStore } from "~/server/store";
import { chunksOf } from "~db/chunks";
import type { Store } from "~db/client";
import { insertRows } from "~db/many-rows";
import { newId } from "~db/new-id";
import { drawCompanies } from "~db/seed/companies";
import { answerQuestionnaire } from "~db/seed/respondent";
import type { sampleRoles } from "~db/seed/story";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { upload } from "../support/people-file";
import { run } from "../support/run-route";
import { onBothEngines } from "../support/stores";

const many = 10_000;
const rounds = 5;
/** Milliseconds of a processor. */
const limit = 300;
/** Of those invited, how many answered and how many began. */
const done = 2_000;
const begun = 3_000;

const header = ["company", "name", "email", "role", "size", "region", "position"];
/** The same people in every file; what they do may be said anew. */
const csvOf = (position: string) =>
  [
    header.join(),
    ...Array.from({ length: many }, (_, n) => {
      const company = Math.floor(n / 5);
      return `公司${company},姓名${n},p${n}@c${company}.example,${chainRoles[n % 3]},120,上海,${position}`;
    }),
  ].join("\n");

const times = new Map<string, { alone: number; clock: number }[]>();

const tick = 10;
/** Milliseconds of a processor that the backends of a PostgreSQL on this machine have used; 0 on SQLite. */
async function backendTime({ engine, db }: Store): Promise<number> {
  if (engine !== "pg") return 0;
  const { rows } = (await (db as unknown as { execute: (query: SQL) => Promise<unknown> }).execute(
    sql`select pid from pg_stat_activity where datname = current_database()`,
  )) as { rows: { pid: number }[] };
  const used = rows.map(({ pid }) => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(stat[11]) + Number(stat[12])) * tick;
  });
  return used.reduce((sum, each) => sum + each, 0);
}

/** Keeps how long the work took by the clock, and how long a processor was at it: what it takes on a machine of its own. */
async function timed<T>(store: Store, name: string, work: () => Promise<T>): Promise<T> {
  const [from, own, theirs] = [performance.now(), process.cpuUsage(), await backendTime(store)];
  const came = await work();
  const clock = performance.now() - from;
  const { user, system } = process.cpuUsage(own);
  const alone = (user + system) / 1000 + (await backendTime(store)) - theirs;
  times.set(name, [...(times.get(name) ?? []), { alone, clock }]);
  return came;
}
const median = (of: readonly number[]) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)]!;

/** Lets some of the invited answer, as rows: what they say is drawn at random. */
async function answerSome(store: Store, where: { workspaceId: string; studyId: string }) {
  const { invitations, responses } = store.tables;
  const published = await Promise.all(
    (await listQuestionnaires(store, where)).map(async ({ id }) =>
      findPublishedVersion(store, { ...where, questionnaireId: id }),
    ),
  );
  const random = seededRandom(7);
  const now = Date.now();
  const drawn = drawCompanies(random, 100);
  const person = ({ role }: { role: ChainRole }) => {
    const company = drawn[Math.floor(random() * drawn.length)]!;
    return {
      company,
      role: role as (typeof sampleRoles)[number],
      language: company.language,
      hurried: false,
    };
  };
  const rows = (await listInvitations(store, where)).slice(0, begun).map((one, n) => {
    const version = published.find((version) => version?.role === one.role)!;
    return {
      ...{ ...where, waveId: one.waveId, collectorId: one.collectorId, questionnaireId: one.questionnaireId },
      ...{ versionId: version.id, role: one.role, companyId: one.companyId, contactId: one.contactId },
      ...{ id: newId(now), invitationId: one.id, keyHash: one.id, language: "en" as const, revision: 9 },
      ...{ answers: answerQuestionnaire(random, person(one), version.compiled, {}).answers },
      ...{
        page: version.compiled.pages[0]!.name,
        seconds: {},
        startedAt: one.createdAt,
        updatedAt: one.createdAt,
      },
      completedAt: n < done ? now : null,
    };
  });
  await insertRows(store, responses, rows);
  const answered = (ids: string[], set: Record<string, number>) =>
    Promise.all(
      chunksOf(ids).map((some) => store.db.update(invitations).set(set).where(inArray(invitations.id, some))),
    );
  const ids = rows.map(({ invitationId }) => invitationId);
  const longAgo = now - 9 * 24 * 60 * 60 * 1000;
  await answered(ids, { sentAt: longAgo, openedAt: longAgo, startedAt: longAgo });
  await answered(ids.slice(0, done), { completedAt: now });
}

onBothEngines("10 000 people", (store) => {
  let member: Awaited<ReturnType<typeof memberOf>>;
  let studyId: string;
  beforeAll(async () => {
    useStore(store());
    times.clear();
    const study = await fieldStudy(store());
    studyId = study.studyId;
    member = await memberOf(store(), study.workspaceId);
  });

  test("are brought in, listed, invited and on the board", async () => {
    /** Brings a file in, as what the times are kept as, and gives the way back. */
    const bring = async (as: string, csv: string, counts: Record<string, number>) => {
      const path = "/companies/imports";
      const { headers } = member.request(path, {});
      headers.delete("Content-Type");
      const sent = new Request(`http://localhost${path}`, { method: "POST", headers, body: upload(csv) });
      const kept = await timed(store(), `${as}: upload`, () => run(imports.action, sent));
      const importId = kept.to!.split("/").at(-1)!;
      const open = (form?: Record<string, string>) => member.request(`${path}/${importId}`, form);
      const seen = await timed(store(), `${as}: preview`, () => run(importOne.loader, open(), { importId }));
      expect(seen.body).toMatchObject({ preview: { counts } });
      const meant = Object.fromEntries(header.map((field, column) => [`column-${column}`, field]));
      const confirm = open({ intent: "confirm", update: "on", ...meant });
      await timed(store(), `${as}: confirmation`, () => run(importOne.action, confirm, { importId }));
      return () =>
        timed(store(), `${as}: undo`, () => run(importOne.action, open({ intent: "undo" }), { importId }));
    };
    const first = ["new people", csvOf("采购员"), { added: many, refused: 0 }] as const;
    for (let round = 1; round < rounds; round++) await (await bring(...first))();
    await bring(...first);
    for (let round = 0; round < rounds; round++) {
      await (await bring("the same again", csvOf("采购员"), { known: many, changed: 0 }))();
      await (await bring("all said anew", csvOf("采购总监"), { known: many, changed: many }))();
    }

    const everyone = member.request("/x", { days: "", tag: "", roles: chainRoles.slice(0, 3) });
    await timed(store(), "invite", () => run(invitations.action, everyone, { studyId }));
    const letters = member.request("/x", { intent: "write" });
    await timed(store(), "letters written", () => run(mail.action, letters, { studyId }));
    await answerSome(store(), { workspaceId: member.workspaceId, studyId });
    const pages = {
      "people by name": [people.loader, "/companies/people?sort=name"],
      "people searched": [people.loader, "/companies/people?search=名99"],
      companies: [companies.loader, "/companies"],
      board: [board.loader, "/x"],
      invitations: [invitations.loader, "/x"],
      "lost pool": [left.loader, "/x"],
      mail: [mail.loader, "/x"],
    } as const;
    for (const [name, [loader, path]] of Object.entries(pages))
      for (let round = 0; round < rounds; round++)
        await timed(store(), name, () => run(loader, member.request(path), { studyId }));

    for (const [name, took] of times) {
      const [alone, clock] = (["alone", "clock"] as const).map((key) => median(took.map((one) => one[key])));
      console.info(`${store().engine} ${name}: ${alone!.toFixed(0)} ms (${clock!.toFixed(0)} by the clock)`);
    }
    for (const [name, took] of times)
      if (took.length > 1) expect(median(took.map(({ alone }) => alone)), name).toBeLessThan(limit);
  });
});
