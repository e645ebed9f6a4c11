import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  countCompanyTraces,
  deleteCompany,
  findCompany,
  insertCompany,
  requireCompany,
  updateCompany,
} from "~/data/companies";
import { findContact, listAllContacts, updateContact, updateContactOptOut } from "~/data/contacts";
import { findInvitation } from "~/data/entrance";
import { anonymiseContact, deleteContact } from "~/data/forgetting";
import { requireCompanies } from "~/data/imports";
import { insertInvitations, listInvitationsOf, updateInvitationStep } from "~/data/invitations";
import { insertMerge, listMerges, undoMerge } from "~/data/merges";
import { insertDistinctPair, listDistinctPairs, mergeCompanies, mergeContacts } from "~/data/merging";
import { findPublishedVersion, listQuestionnaires } from "~/data/questionnaires";
import { findResponse } from "~/data/responses";
import { startResponse } from "~/data/starting";
import { findCurrentWave } from "~/data/waves";
import { newId, newToken } from "~db/new-id";
import { fieldStudy } from "../support/fielded";
import { insertPerson } from "../support/people";
import { onBothEngines } from "../support/stores";

onBothEngines("two entries become one", (store) => {
  const now = 1_700_000_000_000;
  const by = { memberId: "m", reason: "twice", now };

  async function inField() {
    const { workspaceId, studyId, tokens } = await fieldStudy(store(), { questionnaires: { user: null } });
    const where = { workspaceId, studyId };
    const wave = (await findCurrentWave(store(), where))!;
    const [questionnaire] = await listQuestionnaires(store(), where);
    const version = (await findPublishedVersion(store(), {
      workspaceId,
      questionnaireId: questionnaire!.id,
    }))!;
    const at = { ...where, waveId: wave.id, questionnaireId: questionnaire!.id, role: "user" as const };
    type Known = { contactId: string; companyId: string };
    const invite = async ({ contactId, companyId }: Known) => {
      const contacts = [{ id: contactId, companyId }];
      const [id] = await insertInvitations(store(), { ...at, contacts, expiresAt: null, createdBy: "", now });
      return id!;
    };
    const answer = async (person: Known, invitationId: string) => {
      const { id } = await startResponse(store(), {
        ...{ ...at, collectorId: tokens.user!, versionId: version.id, keyHash: newToken() },
        ...{ language: "en", answers: {}, page: "", now, invited: { ...person, invitationId } },
      });
      const { responses } = store().tables;
      await store().db.update(responses).set({ completedAt: now }).where(eq(responses.id, id));
      await updateInvitationStep(store(), {
        ...{ workspaceId, invitationIds: [invitationId], step: "completedAt", at: now },
      });
      return id;
    };
    return { ...where, invite, answer };
  }

  test("a person keeps what either had, and nobody counts twice", async () => {
    const { workspaceId, studyId, invite, answer } = await inField();
    const keep = await insertPerson(store(), workspaceId, { name: "Li Na", position: "CTO" });
    const gone = await insertPerson(store(), workspaceId, {
      ...{ name: "Li Na", email: "li@a.example", phone: "13800138000", role: "decider" },
    });
    const [mine, theirs] = [await invite(keep), await invite(gone)];
    const [first, second] = [await answer(keep, mine), await answer(gone, theirs)];
    await updateContactOptOut(store(), { workspaceId, contactId: gone.contactId, optedOutAt: now });
    const ids = { workspaceId, keepId: keep.contactId, goneId: gone.contactId };
    expect(await mergeContacts(store(), { ...ids, workspaceId: "other", ...by })).toBe(false);
    expect(await mergeContacts(store(), { ...ids, ...by })).toBe(true);
    expect(await findContact(store(), { workspaceId, contactId: gone.contactId })).toBeNull();
    expect(await findContact(store(), { workspaceId, contactId: keep.contactId })).toMatchObject({
      ...{ email: "li@a.example", phone: "13800138000", position: "CTO", optedOutAt: now },
      ...{ chainRoles: ["user", "decider"], contactKey: "mail:li@a.example" },
    });
    const left = await listInvitationsOf(store(), { workspaceId, contactId: keep.contactId });
    expect(left.map(({ id }) => id)).toEqual([mine]);
    const read = async (responseId: string) =>
      (await findResponse(store(), { workspaceId, studyId, responseId }))?.response;
    expect(await read(first)).toMatchObject({ review: null, contactId: keep.contactId });
    expect(await read(second)).toMatchObject({
      ...{ review: "excluded", reviewReason: "twice", contactId: keep.contactId, invitationId: mine },
    });
    expect(await mergeContacts(store(), { ...ids, ...by })).toBe(false);
  });

  test("of two invitations to one questionnaire the one that was opened stays", async () => {
    const { workspaceId, invite } = await inField();
    const keep = await insertPerson(store(), workspaceId, { email: "a@x.example" });
    const gone = await insertPerson(store(), workspaceId, { email: "b@x.example" });
    const [mine, theirs] = [await invite(keep), await invite(gone)];
    await updateInvitationStep(store(), { workspaceId, invitationIds: [theirs], step: "openedAt", at: now });
    await mergeContacts(store(), { workspaceId, keepId: keep.contactId, goneId: gone.contactId, ...by });
    const [left] = await listInvitationsOf(store(), { workspaceId, contactId: keep.contactId });
    expect(left?.id).toBe(theirs);
    expect(left?.id).not.toBe(mine);
    expect((await findInvitation(store(), { token: left!.token }))?.contact.id).toBe(keep.contactId);
  });

  test("a company takes people and answers over, and its other name finds it", async () => {
    const { workspaceId, studyId, invite, answer } = await inField();
    const keep = await insertPerson(store(), workspaceId, { company: "Acme", name: "Bo" });
    const same = await insertPerson(store(), workspaceId, { company: "Acme East", name: "Bo" });
    const other = await insertPerson(store(), workspaceId, { company: "Acme East", name: "Cy" });
    const responseId = await answer(other, await invite(other));
    const ids = { workspaceId, keepId: keep.companyId, goneId: other.companyId };
    expect(await mergeCompanies(store(), { ...ids, workspaceId: "other", ...by })).toBe(false);
    expect(await mergeCompanies(store(), { ...ids, ...by })).toBe(true);
    expect(await findCompany(store(), { workspaceId, companyId: other.companyId })).toBeNull();
    const people = await listAllContacts(store(), { workspaceId });
    expect(people.map(({ name, companyId }) => [name, companyId]).sort()).toEqual([
      ["Bo", keep.companyId],
      ["Cy", keep.companyId],
    ]);
    expect(people.some(({ id }) => id === same.contactId)).toBe(false);
    const found = await findResponse(store(), { workspaceId, studyId, responseId });
    expect(found?.response.companyId).toBe(keep.companyId);
    const named = { workspaceId, name: "ACME east Ltd", size: null, industry: null, now };
    expect(await requireCompany(store(), named)).toBe(keep.companyId);
    const company = { name: "Acme East", size: null, industry: null, region: null, tags: [] };
    expect(await insertCompany(store(), { workspaceId, company, now })).toBeNull();
    expect(await updateCompany(store(), { workspaceId, companyId: keep.companyId, company })).toBe("saved");
    const importId = "none";
    const listed = [{ name: "Acme East", nameKey: "acmeeast", size: null, industry: null, region: null }];
    const byName = await requireCompanies(store(), { workspaceId, importId, companies: listed, now });
    expect(byName.get("acmeeast")).toBe(keep.companyId);
    const again = await insertPerson(store(), workspaceId, { company: "Acme East", name: "Cy" });
    expect(again.contactId).toBe("");
  });

  /** Every row that a merge may write, but for the counter of a response. */
  async function everything(workspaceId: string) {
    const { companies, contacts, companyNames, invitations, responses, referrals } = store().tables;
    const all = [companies, contacts, companyNames, invitations, responses, referrals];
    const rows = await Promise.all(
      all.map((table) =>
        store()
          .db.select()
          .from(table as typeof contacts)
          .where(eq((table as typeof contacts).workspaceId, workspaceId))
          .orderBy((table as typeof contacts).id),
      ),
    );
    return rows.map((of) => of.map((row) => ({ ...row, revision: 0 })));
  }
  const only = async (workspaceId: string) => (await listMerges(store(), { workspaceId, now }))[0]!.id;

  test("two people are taken apart again as they were, with what each brought", async () => {
    const { workspaceId, invite, answer } = await inField();
    const keep = await insertPerson(store(), workspaceId, { name: "Li Na", position: "CTO" });
    const gone = await insertPerson(store(), workspaceId, {
      ...{ name: "Li Na", email: "li@a.example", phone: "13800138000", role: "decider" },
    });
    const [mine, theirs] = [await invite(keep), await invite(gone)];
    await answer(gone, theirs);
    await answer(keep, mine);
    const before = await everything(workspaceId);
    const ids = { kind: "person" as const, keepId: keep.contactId, goneId: gone.contactId };
    expect(await insertMerge(store(), { ...ids, workspaceId: "other", ...by })).toBe(false);
    expect(await insertMerge(store(), { ...ids, workspaceId, ...by })).toBe(true);
    expect(await everything(workspaceId)).not.toEqual(before);
    const mergeId = await only(workspaceId);
    expect(await undoMerge(store(), { workspaceId: "other", mergeId, now })).toEqual({
      ok: false,
      why: "late",
    });
    expect(await undoMerge(store(), { workspaceId, mergeId, now })).toEqual({ ok: true });
    expect(await everything(workspaceId)).toEqual(before);
    expect(await listMerges(store(), { workspaceId, now })).toEqual([]);
    expect(await undoMerge(store(), { workspaceId, mergeId, now })).toEqual({ ok: false, why: "late" });
  });

  test("two companies are taken apart again, those who became one in them too", async () => {
    const { workspaceId, invite, answer } = await inField();
    const keep = await insertPerson(store(), workspaceId, { company: "Acme", name: "Bo" });
    const same = await insertPerson(store(), workspaceId, {
      company: "Acme East",
      name: "Bo",
      position: "COO",
    });
    const other = await insertPerson(store(), workspaceId, { company: "Acme East", name: "Cy" });
    await answer(other, await invite(other));
    await invite(same);
    await invite(keep);
    const before = await everything(workspaceId);
    const ids = { kind: "company" as const, keepId: keep.companyId, goneId: other.companyId };
    await insertMerge(store(), { ...ids, workspaceId, ...by });
    const mergeId = await only(workspaceId);
    expect(await undoMerge(store(), { workspaceId, mergeId, now })).toEqual({ ok: true });
    expect(await everything(workspaceId)).toEqual(before);
  });

  test("are not taken apart where something stands in the way, and nothing is written", async () => {
    const { workspaceId } = await inField();
    const keep = await insertPerson(store(), workspaceId, { name: "A", email: "a@x.example" });
    const gone = await insertPerson(store(), workspaceId, { email: "b@x.example", phone: "13800138000" });
    const ids = { kind: "person" as const, keepId: keep.contactId, goneId: gone.contactId };
    await insertMerge(store(), { ...ids, workspaceId, ...by });
    const mergeId = await only(workspaceId);
    const whole = (await findContact(store(), { workspaceId, contactId: keep.contactId }))!;
    const called = (phone: string) =>
      updateContact(store(), { workspaceId, contactId: keep.contactId, contact: { ...whole, phone } });
    const undo = async (at = now) => {
      const before = await everything(workspaceId);
      const undone = await undoMerge(store(), { workspaceId, mergeId, now: at });
      expect(undone.ok).toBe(JSON.stringify(await everything(workspaceId)) !== JSON.stringify(before));
      return undone.ok || undone.why;
    };
    await called("110");
    expect(await undo()).toBe("edited");
    await called("13800138000");
    const again = await insertPerson(store(), workspaceId, { name: "New", email: "b@x.example" });
    expect(await undo()).toBe("taken");
    await deleteContact(store(), { workspaceId, contactId: again.contactId });
    expect(await undo(now + 31 * 24 * 3_600_000)).toBe("late");
    expect(await undo()).toBe(true);
  });

  test("what would take apart is forgotten with whoever is forgotten", async () => {
    const { workspaceId } = await inField();
    const keep = await insertPerson(store(), workspaceId, { name: "A" });
    const gone = await insertPerson(store(), workspaceId, { name: "Secret", email: "s@x.example" });
    const ids = { kind: "person" as const, keepId: keep.contactId, goneId: gone.contactId };
    await insertMerge(store(), { ...ids, workspaceId, ...by });
    await anonymiseContact(store(), { workspaceId: "other", contactId: keep.contactId, now });
    expect(await listMerges(store(), { workspaceId, now })).toHaveLength(1);
    await anonymiseContact(store(), { workspaceId, contactId: keep.contactId, now });
    expect(await listMerges(store(), { workspaceId, now })).toEqual([]);
  });

  test("a company goes with its people and answers, and no other one's", async () => {
    const { workspaceId, studyId, invite, answer } = await inField();
    const stays = await insertPerson(store(), workspaceId, { company: "Stays", email: "s@x.example" });
    const goes = await insertPerson(store(), workspaceId, { company: "Goes", email: "g@x.example" });
    const kept = await answer(stays, await invite(stays));
    const lost = await answer(goes, await invite(goes));
    const { companyId } = goes;
    expect(await countCompanyTraces(store(), { workspaceId, companyId })).toEqual({
      ...{ people: 1, complete: 1, partial: 0 },
    });
    await deleteCompany(store(), { workspaceId: "other", companyId });
    expect(await findCompany(store(), { workspaceId, companyId })).not.toBeNull();
    await deleteCompany(store(), { workspaceId, companyId });
    expect(await findResponse(store(), { workspaceId, studyId, responseId: lost })).toBeNull();
    expect(await findResponse(store(), { workspaceId, studyId, responseId: kept })).not.toBeNull();
    const left = await listAllContacts(store(), { workspaceId });
    expect(left.map(({ id }) => id)).toEqual([stays.contactId]);
  });

  test("two that are two are remembered once, in any order", async () => {
    const [a, b] = [newId(now), newId(now + 1)];
    await insertDistinctPair(store(), { workspaceId: "w", ids: [b, a], now });
    await insertDistinctPair(store(), { workspaceId: "w", ids: [a, b], now });
    expect(await listDistinctPairs(store(), { workspaceId: "w" })).toEqual(new Set([`${a}/${b}`]));
    expect(await listDistinctPairs(store(), { workspaceId: "other" })).toEqual(new Set());
  });
});
