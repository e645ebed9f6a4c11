/** Ten thousand people come in, are listed, invited and taken back: no statement is too long for either engine. */
import { beforeAll, expect, test } from "vitest";
import { listBoardContacts, listBoardInvitations } from "~/data/board";
import { listCompanies } from "~/data/companies";
import { listContacts } from "~/data/contacts";
import { finishContactImport, insertImport, listKnown, undoContactImport } from "~/data/imports";
import { insertInvitations } from "~/data/invitations";
import { listQuestionnaires } from "~/data/questionnaires";
import { findCurrentWave } from "~/data/waves";
import { planContacts } from "~/domain/fieldwork/plan-contacts";
import { fieldStudy } from "../support/fielded";
import { onBothEngines } from "../support/stores";

const many = 10_000;
const rows = [
  ["company", "name", "email"],
  ...Array.from({ length: many }, (_, n) => [`公司${Math.floor(n / 5)}`, `姓名${n}`, `p${n}@many.example`]),
];
const mapping = rows[0]!.map((field, column) => ({ column, field }));

onBothEngines("ten thousand people", (store) => {
  let study: Awaited<ReturnType<typeof fieldStudy>>;
  let importId: string;
  beforeAll(async () => {
    study = await fieldStudy(store());
    const { workspaceId } = study;
    const given = { workspaceId, kind: "contacts", fileName: "many.csv", shape: "s", mapping } as const;
    importId = await insertImport(store(), { ...given, mapping, rows, createdBy: "test", now: 1 });
  });
  const plan = async () =>
    planContacts({ rows, mapping, defaultRole: "user", now: 0, ...(await listKnown(store(), study)) });

  test("come in once, are found, invited and on the board", async () => {
    const { workspaceId, studyId } = study;
    const finish = async () =>
      finishContactImport(store(), { workspaceId, importId, plan: await plan(), now: 2 });
    expect(await finish()).toEqual({ read: many, added: many, known: 0, refused: 0 });
    expect((await plan()).known).toHaveLength(many);
    const page = { workspaceId, limit: 50, offset: 9_950, sort: "name", locale: "zh-CN" } as const;
    const listed = await listContacts(store(), page);
    expect([listed.total, listed.rows.at(-1)?.name]).toEqual([many, "姓名9999"]);
    const found = await listContacts(store(), { ...page, offset: 0, filter: { search: "P99@many" } });
    expect(found.rows.map(({ name }) => name)).toEqual(["姓名99"]);
    const companies = await listCompanies(store(), { workspaceId, sort: "people", limit: 1, offset: 0 });
    expect([companies.total, companies.rows[0]?.people]).toEqual([2_000, 5]);

    const waveId = (await findCurrentWave(store(), study))!.id;
    const questionnaireId = (await listQuestionnaires(store(), study)).find(
      ({ role }) => role === "user",
    )!.id;
    const contacts = await listBoardContacts(store(), { workspaceId, waveId });
    const made = await insertInvitations(store(), {
      ...{ workspaceId, studyId, waveId, questionnaireId, role: "user", contacts },
      ...{ expiresAt: null, createdBy: "test", now: 3 },
    });
    expect(made).toHaveLength(many);
    expect(await listBoardInvitations(store(), { ...study, waveId })).toHaveLength(many);
  });

  test("go as a whole", async () => {
    const { workspaceId } = study;
    expect(await undoContactImport(store(), { workspaceId, importId, now: 4 })).toEqual({ kept: 0 });
    expect((await listContacts(store(), { workspaceId, limit: 1, offset: 0 })).total).toBe(0);
    expect((await listCompanies(store(), { workspaceId, limit: 1, offset: 0 })).total).toBe(0);
  });
});
