/** A file says that people are of another company now: they go there, and what they have answered stays. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { countInvitable, listBoardInvitations } from "~/data/board";
import { deleteCompany, findCompany, findNamed } from "~/data/companies";
import { findContact, listNamesInStudy } from "~/data/contacts";
import { anonymiseContact, deleteContact } from "~/data/forgetting";
import { finishContactImport, insertImport, listKnown, undoContactImport } from "~/data/imports";
import { insertInvitations, listInvitationsOf, updateInvitationStep } from "~/data/invitations";
import { mergeCompanies, mergeContacts } from "~/data/merging";
import { findPublishedVersion, listQuestionnaires } from "~/data/questionnaires";
import { listCompleteResponses } from "~/data/responses";
import { startResponse } from "~/data/starting";
import { findCurrentWave, insertWave } from "~/data/waves";
import { planContacts } from "~/domain/fieldwork/plan-contacts";
import { newToken } from "~db/new-id";
import { fieldStudy } from "../support/fielded";
import { insertPerson } from "../support/people";
import { onBothEngines } from "../support/stores";

onBothEngines("people who are of another company now", (store) => {
  const now = 1_700_000_000_000;
  const by = { memberId: "m", reason: "twice", now };
  type Known = { contactId: string; companyId: string };

  async function inField() {
    const { workspaceId, studyId, tokens } = await fieldStudy(store(), { questionnaires: { user: null } });
    const where = { workspaceId, studyId };
    const [questionnaire] = await listQuestionnaires(store(), where);
    const questionnaireId = questionnaire!.id;
    const version = (await findPublishedVersion(store(), { workspaceId, questionnaireId }))!;
    const wave = async () => (await findCurrentWave(store(), where))!.id;
    const at = async () => ({ ...where, waveId: await wave(), questionnaireId, role: "user" as const });
    const invite = async ({ contactId: id, companyId }: Known) => {
      const given = { contacts: [{ id, companyId }], expiresAt: null, createdBy: "", now };
      const [made] = await insertInvitations(store(), { ...(await at()), ...given });
      return made!;
    };
    const begin = async (person: Known, invitationId: string) => {
      const invited = { contactId: person.contactId, companyId: person.companyId, invitationId };
      const { id } = await startResponse(store(), {
        ...{ ...(await at()), collectorId: tokens.user!, versionId: version.id, keyHash: newToken() },
        ...{ language: "en", answers: {}, page: "", now, invited },
      });
      const ids = { workspaceId, invitationIds: [invitationId], at: now };
      await updateInvitationStep(store(), { ...ids, step: "startedAt" });
      const finish = async () => {
        const { responses } = store().tables;
        await store().db.update(responses).set({ completedAt: now }).where(eq(responses.id, id));
        await updateInvitationStep(store(), { ...ids, step: "completedAt" });
      };
      return { id, finish };
    };
    const answer = async (person: Known) => {
      const begun = await begin(person, await invite(person));
      await begun.finish();
      return begun.id;
    };
    const header = ["company", "name", "email", "phone", "position", "role"];
    const mapping = header.map((field, column) => ({ column, field }));
    const bring = async (rows: string[][], how: { move?: boolean; update?: boolean } = {}) => {
      const table = [header, ...rows];
      const given = { workspaceId, kind: "contacts" as const, fileName: "a.csv", shape: "s", mapping };
      const importId = await insertImport(store(), { ...given, rows: table, createdBy: "", now });
      const known = await listKnown(store(), { workspaceId });
      const plan = planContacts({ rows: table, mapping, defaultRole: "user", now, ...known });
      const counts = await finishContactImport(store(), { workspaceId, importId, plan, ...how, now });
      return { importId, plan, counts };
    };
    const undo = (importId: string) => undoContactImport(store(), { workspaceId, importId, now });
    const of = (contactId: string) => findContact(store(), { workspaceId, contactId });
    const companyOf = async (nameKey: string) => await findNamed(store(), { workspaceId, nameKey });
    const invitations = async (contactId: string) =>
      Object.fromEntries(
        (await listInvitationsOf(store(), { workspaceId, contactId })).map((one) => [one.id, one.companyId]),
      );
    const answered = async () =>
      (await listCompleteResponses(store(), where)).map(({ id, companyId, contactId }) => ({
        ...{ id, companyId, contactId },
      }));
    return { ...where, wave, invite, begin, answer, bring, undo, of, companyOf, invitations, answered };
  }
  const row = (company: string, name: string, email: string, position = "", role = "") => [
    ...[company, name, email, "", position, role],
  ];

  test("stay where they are unless the importer moves them", async () => {
    const { workspaceId, bring, of, companyOf } = await inField();
    const li = await insertPerson(store(), workspaceId, {
      company: "Yunfan",
      name: "Li Wei",
      email: "li@x.example",
    });
    const file = [row("Hemu", "Li Wei", "li@x.example", "CTO", "decider")];
    const left = await bring(file, { update: true });
    expect(left.plan.moves).toMatchObject([
      { name: "Li Wei", from: { name: "Yunfan" }, to: { name: "Hemu" } },
    ]);
    expect(left.counts).toEqual({ read: 1, added: 0, known: 1, refused: 0 });
    expect(await of(li.contactId)).toMatchObject({
      companyName: "Yunfan",
      position: "",
      primaryRole: "user",
    });
    expect(await companyOf("hemu")).toBeNull();

    const moved = await bring(file, { move: true });
    expect(moved.counts).toMatchObject({ added: 0, known: 1, moved: 1 });
    expect(await of(li.contactId)).toMatchObject({
      ...{ companyName: "Hemu", position: "CTO", primaryRole: "decider", chainRoles: ["decider"] },
      contactKey: "mail:li@x.example",
    });
    const again = await bring(file, { move: true, update: true });
    expect([again.plan.moves, again.plan.changes]).toEqual([[], []]);
    expect(again.counts).toEqual({ read: 1, added: 0, known: 1, refused: 0 });
  });

  test.each(["made anonymous", "deleted"] as const)(
    "leave nothing of themselves in the import that moved them once they are %s",
    async (how) => {
      const { workspaceId, bring, of, undo } = await inField();
      const give = { company: "Yunfan", email: "li@x.example" };
      const li = await insertPerson(store(), workspaceId, { ...give, name: "Li Wei", position: "Buyer" });
      const anna = await insertPerson(store(), workspaceId, { company: "Yunfan", email: "anna@x.example" });
      const file = [row("Hemu", "Li Wei", "li@x.example", "CTO"), row("Hemu", "", "anna@x.example")];
      const { importId } = await bring(file, { move: true });
      const { imports } = store().tables;
      const kept = async () =>
        JSON.stringify(
          await store().db.select({ changes: imports.changes }).from(imports).where(eq(imports.id, importId)),
        );
      expect(await kept()).toContain(li.contactId);
      const ids = { workspaceId, contactId: li.contactId };
      if (how === "deleted") await deleteContact(store(), ids);
      else await anonymiseContact(store(), { ...ids, now });
      expect(await kept()).not.toMatch(new RegExp(`${li.contactId}|CTO|Buyer`));
      await undo(importId);
      expect(await of(anna.contactId)).toMatchObject({ companyName: "Yunfan" });
      if (how !== "deleted") expect(await of(li.contactId)).toMatchObject({ name: "", position: "" });
    },
  );

  test("take along what nobody has begun to answer, leave the rest, and come back", async () => {
    const field = await inField();
    const { workspaceId, studyId, invite, begin, bring, undo, of, invitations, companyOf } = field;
    const give = { company: "Yunfan", name: "Li Wei" };
    const li = await insertPerson(store(), workspaceId, { ...give, email: "li@x.example" });
    const wei = await insertPerson(store(), workspaceId, { ...give, name: "Wei", email: "wei@x.example" });
    const unanswered = await invite(wei);
    const done = await invite(li);
    const { id: responseId, finish } = await begin(li, done);
    await finish();
    const first = await field.wave();
    await insertWave(store(), { workspaceId, studyId, number: 2, name: "", now });
    const open = await invite(li);
    const begun = await invite(wei);
    const { id: partial } = await begin(wei, begun);

    const file = [
      row("Hemu", "Li Wei", "li@x.example"),
      row("Hemu", "Wei", "wei@x.example"),
      row("Hemu", "New", "new@x.example"),
    ];
    const { importId } = await bring(file, { move: true });
    const hemu = (await companyOf("hemu"))!;
    expect(await of(li.contactId)).toMatchObject({ companyId: hemu });
    expect(await invitations(li.contactId)).toEqual({ [done]: li.companyId, [open]: hemu });
    expect(await invitations(wei.contactId)).toEqual({ [unanswered]: li.companyId, [begun]: li.companyId });
    expect(await field.answered()).toEqual([
      { id: responseId, companyId: li.companyId, contactId: li.contactId },
    ]);
    const asked = await listBoardInvitations(store(), { workspaceId, studyId, waveId: first });
    expect(asked.map(({ leftName }) => leftName)).toEqual(["Yunfan", "Yunfan"]);

    const { responses } = store().tables;
    await store()
      .db.update(responses)
      .set({ completedAt: now + 1 })
      .where(eq(responses.id, partial));
    expect((await field.answered()).map(({ companyId }) => companyId)).toEqual([li.companyId, li.companyId]);
    await undo(importId);
    expect(await of(li.contactId)).toMatchObject({ companyId: li.companyId });
    expect(await invitations(li.contactId)).toEqual({ [done]: li.companyId, [open]: li.companyId });
    expect(await companyOf("hemu")).toBeNull();
  });

  test("who has answered in the new company keeps it from going when the file is taken back", async () => {
    const { workspaceId, answer, bring, undo, of, companyOf, answered } = await inField();
    const li = await insertPerson(store(), workspaceId, { company: "Yunfan", email: "li@x.example" });
    const { importId } = await bring([row("Hemu", "Li Na", "li@x.example")], { move: true });
    const hemu = (await companyOf("hemu"))!;
    await answer({ ...li, companyId: hemu });
    await undo(importId);
    expect(await of(li.contactId)).toMatchObject({ companyId: li.companyId });
    expect(await answered()).toMatchObject([{ companyId: hemu }]);
    expect(await findCompany(store(), { workspaceId, companyId: hemu })).not.toBeNull();
  });

  test("what the file says besides is written with it, and all of it is taken back at once", async () => {
    const { workspaceId, bring, undo, of } = await inField();
    const li = await insertPerson(store(), workspaceId, {
      company: "Yunfan",
      name: "Li Wei",
      phone: "13800138000",
    });
    const before = await of(li.contactId);
    const both = { move: true, update: true };
    const file = [["Hemu", "Li  Wei", "", "138 0013 8000", "CTO", ""]];
    const { importId, counts } = await bring(file, both);
    expect(counts).toMatchObject({ moved: 1, changed: 1 });
    expect(await of(li.contactId)).toMatchObject({ companyName: "Hemu", name: "Li  Wei", position: "CTO" });
    expect((await bring(file, both)).counts).toEqual({ read: 1, added: 0, known: 1, refused: 0 });
    await undo(importId);
    expect(await of(li.contactId)).toEqual(before);
  });

  test("nobody goes back to a company that is no longer there", async () => {
    const { workspaceId, bring, undo, of } = await inField();
    const li = await insertPerson(store(), workspaceId, { company: "Yunfan", email: "li@x.example" });
    const other = await insertPerson(store(), workspaceId, { company: "Lantu", name: "Bo" });
    const { importId } = await bring([row("Hemu", "Li Na", "li@x.example")], { move: true });
    await mergeCompanies(store(), { workspaceId, keepId: other.companyId, goneId: li.companyId, ...by });
    await undo(importId);
    expect(await of(li.contactId)).toMatchObject({ companyName: "Hemu" });
  });

  test("stay known by name to the reports of the company they left", async () => {
    const { workspaceId, studyId, answer, bring } = await inField();
    const where = { workspaceId, studyId };
    await insertPerson(store(), workspaceId, { company: "Yunfan", name: "Li Wei", email: "li@x.example" });
    await answer(await insertPerson(store(), workspaceId, { company: "Yunfan", name: "Bo" }));
    await insertPerson(store(), workspaceId, { company: "Lantu", name: "Cy" });
    expect((await listNamesInStudy(store(), where)).sort()).toEqual(["Bo", "Li Wei"]);
    await bring([row("Hemu", "Li Wei", "li@x.example")], { move: true });
    expect((await listNamesInStudy(store(), where)).sort()).toEqual(["Bo", "Li Wei"]);
  });

  test("being entered twice, or their new company being deleted, changes no answer of the old one", async () => {
    const { workspaceId, studyId, answer, bring, of, companyOf, answered, wave } = await inField();
    const li = await insertPerson(store(), workspaceId, {
      company: "Yunfan",
      name: "Li Wei",
      email: "li@x.example",
    });
    const responseId = await answer(li);
    await bring([row("Hemu", "Li Wei", "li@x.example")], { move: true });
    const hemu = (await companyOf("hemu"))!;
    const twice = await insertPerson(store(), workspaceId, { company: "Hemu", name: "Li Wei" });
    const ids = { workspaceId, keepId: twice.contactId, goneId: li.contactId };
    expect(await mergeContacts(store(), { ...ids, ...by })).toBe(true);
    expect(await answered()).toEqual([
      { id: responseId, companyId: li.companyId, contactId: twice.contactId },
    ]);
    const asked = { workspaceId, studyId, waveId: await wave() };
    expect(await listBoardInvitations(store(), asked)).toMatchObject([{ leftName: "Yunfan" }]);
    expect(await countInvitable(store(), asked)).toEqual([]);

    await deleteCompany(store(), { workspaceId, companyId: hemu });
    expect(await of(twice.contactId)).toBeNull();
    expect(await answered()).toEqual([{ id: responseId, companyId: li.companyId, contactId: null }]);
  });

  test("leave no invitation behind in a company that is deleted", async () => {
    const { workspaceId, answer, bring, invitations, answered } = await inField();
    const li = await insertPerson(store(), workspaceId, { company: "Yunfan", email: "li@x.example" });
    await answer(li);
    await bring([row("Hemu", "Li Na", "li@x.example")], { move: true });
    await deleteCompany(store(), { workspaceId, companyId: li.companyId });
    expect(await invitations(li.contactId)).toEqual({});
    expect(await answered()).toEqual([]);
  });
});
