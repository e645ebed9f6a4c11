import { beforeAll, expect, test } from "vitest";
import { listAllContacts, listContacts, updateContactOptOut } from "~/data/contacts";
import { findInvitation } from "~/data/entrance";
import { insertInvitations, listInvitations, updateInvitationStep } from "~/data/invitations";
import { listQuestionnaires } from "~/data/questionnaires";
import { findCurrentWave } from "~/data/waves";
import { fieldStudy } from "../support/fielded";
import { insertPerson } from "../support/people";
import { onBothEngines } from "../support/stores";

onBothEngines("people and their invitations", (store) => {
  let study: Awaited<ReturnType<typeof fieldStudy>>;
  let waveId: string;
  let questionnaireId: string;
  beforeAll(async () => {
    study = await fieldStudy(store());
    waveId = (await findCurrentWave(store(), study))!.id;
    questionnaireId = (await listQuestionnaires(store(), study)).find(({ role }) => role === "user")!.id;
  });
  const invite = (contacts: { id: string; companyId: string }[]) =>
    insertInvitations(store(), {
      ...{ workspaceId: study.workspaceId, studyId: study.studyId, waveId, questionnaireId },
      ...{ role: "user", contacts, expiresAt: null, createdBy: "test", now: Date.now() },
    });

  test("a person known by an address in another spelling is not entered twice", async () => {
    const { workspaceId } = study;
    const first = await insertPerson(store(), workspaceId, { email: "Ann@Example.com" });
    const again = await insertPerson(store(), workspaceId, { email: " ann@example.COM " });
    expect(first.contactId).not.toBe("");
    expect(again.contactId).toBe("");
  });

  test("an invitation is made once, and its token leads to the person", async () => {
    const { contactId, companyId } = await insertPerson(store(), study.workspaceId, {
      email: "bo@b.example",
    });
    expect(await invite([{ id: contactId, companyId }])).toHaveLength(1);
    expect(await invite([{ id: contactId, companyId }])).toHaveLength(0);
    const listed = (await listInvitations(store(), study)).filter((one) => one.contactId === contactId);
    expect(listed).toHaveLength(1);
    expect(listed[0]).toMatchObject({
      email: "bo@b.example",
      companyName: "Acme",
      role: "user",
      sentAt: null,
    });
    const found = await findInvitation(store(), { token: listed[0]!.token });
    expect(found?.contact.id).toBe(contactId);
    expect(found?.collector.kind).toBe("personal");
    expect(await findInvitation(store(), { token: `${listed[0]!.token}x` })).toBeNull();
  });

  test("a step is noted once: the first instant stays", async () => {
    const person = await insertPerson(store(), study.workspaceId, { email: "cy@c.example" });
    const invitationIds = await invite([{ id: person.contactId, companyId: person.companyId }]);
    const { workspaceId } = study;
    await updateInvitationStep(store(), { workspaceId, invitationIds, step: "sentAt", at: 5000 });
    await updateInvitationStep(store(), { workspaceId, invitationIds, step: "sentAt", at: 9000 });
    const other = { workspaceId: "another", invitationIds, step: "openedAt", at: 9000 } as const;
    await updateInvitationStep(store(), other);
    const found = (await listInvitations(store(), study)).find(({ id }) => id === invitationIds[0]);
    expect(found).toMatchObject({ sentAt: 5000, openedAt: null });
  });

  test("people are found by what is typed, as it stands, and by role, tag and state", async () => {
    const { workspaceId } = await fieldStudy(store());
    const people = [
      { name: "张伟", company: "星河科技", email: "zhang@x.example", role: "decider", tags: ["展会"] },
      { name: "Zoe_100%", company: "Blue", role: "user", phone: "138 0013 8000" },
      { name: "adam", company: "Blue", email: "adam@blue.example", role: "user" },
    ] as const;
    for (const person of people)
      await insertPerson(store(), workspaceId, { ...person, tags: "tags" in person ? [...person.tags] : [] });
    const named = async (given: Partial<Parameters<typeof listContacts>[1]>) => {
      const page = await listContacts(store(), { workspaceId, limit: 10, offset: 0, sort: "name", ...given });
      return page.rows.map(({ name }) => name);
    };
    expect(await named({})).toEqual(["adam", "Zoe_100%", "张伟"]);
    expect(await named({ filter: { search: "BLUE" } })).toEqual(["adam", "Zoe_100%"]);
    expect(await named({ filter: { search: "100%" } })).toEqual(["Zoe_100%"]);
    expect(await named({ filter: { search: "_1" } })).toEqual(["Zoe_100%"]);
    expect(await named({ filter: { search: "星河" } })).toEqual(["张伟"]);
    expect(await named({ filter: { role: "decider" } })).toEqual(["张伟"]);
    expect(await named({ filter: { tag: "展会" } })).toEqual(["张伟"]);
    expect(await named({ filter: { state: "no-address" } })).toEqual(["Zoe_100%"]);
    expect(await named({ limit: 1, offset: 1 })).toEqual(["Zoe_100%"]);
    const adam = (await listAllContacts(store(), { workspaceId })).find(({ name }) => name === "adam")!;
    await updateContactOptOut(store(), { workspaceId, contactId: adam.id, optedOutAt: 1 });
    expect(await named({ filter: { state: "opted-out" } })).toEqual(["adam"]);
    expect(await named({ filter: { state: "reachable" } })).toEqual(["张伟"]);
    expect(await named({ workspaceId: study.workspaceId, filter: { search: "adam" } })).toEqual([]);
  });
});
