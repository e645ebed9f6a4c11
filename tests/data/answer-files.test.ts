import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { deleteLooseFiles, findAnswerFile, insertAnswerFile, listAnswerFiles } from "~/data/answer-files";
import { savePage } from "~/data/answering";
import { deleteCompany, requireCompany } from "~/data/companies";
import { insertContacts } from "~/data/contacts";
import { listWorkspacesWithFiles } from "~/data/entrance";
import { anonymiseContact, deleteContact } from "~/data/forgetting";
import { startResponse } from "~/data/starting";
import { type FileReference, fileLimits } from "~/domain/questionnaire/answer-files";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import type { Compiled } from "~/domain/questionnaire/compiled";
import { newToken } from "~db/new-id";
import { onBothEngines } from "../support/stores";

const json = {
  title: "T",
  takesFiles: true,
  pages: [
    {
      name: "one",
      elements: [{ type: "file", name: "offer", title: "Offer", allowMultiple: true, maxFiles: 2 }],
    },
    { name: "two", elements: [{ type: "file", name: "photo", title: "Photo" }] },
  ],
};
let compiled: Compiled;
beforeAll(async () => {
  const made = await compileQuestionnaire(json);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  compiled = made.compiled;
});

onBothEngines("files of respondents", (store) => {
  const studyId = "s1";
  const begin = async (workspaceId: string, invited?: { contactId: string; companyId: string }) => {
    const keyHash = newToken();
    const { id: responseId } = await startResponse(store(), {
      ...{ workspaceId, studyId, waveId: "v", collectorId: "c", questionnaireId: "q", versionId: "v" },
      ...{ role: "user", keyHash, language: "en", answers: {}, page: "one", now: 1000 },
      ...(invited && { invited: { ...invited, invitationId: "i" } }),
    });
    return { workspaceId, responseId, keyHash };
  };
  type Begun = Awaited<ReturnType<typeof begin>>;
  const keep = (
    at: Begun,
    content: string | number[],
    more: Partial<Parameters<typeof insertAnswerFile>[1]> = {},
  ) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
    const hash = Buffer.from(bytes).toString("base64url");
    return insertAnswerFile(store(), {
      ...{ workspaceId: at.workspaceId, responseId: at.responseId, item: "offer", space: 1e9, now: 2000 },
      file: { name: "offer.txt", type: "text/plain", bytes, hash },
      ...more,
    });
  };
  const kept = async (at: Begun, content: string | number[]) => (await keep(at, content)) as FileReference;
  const send = (
    { workspaceId, keyHash }: Begun,
    page: string,
    raw: unknown,
    move: "save" | "next" = "next",
  ) =>
    savePage(store(), {
      ...{ workspaceId, keyHash, compiled, page, raw, move, seconds: 1, language: "en", now: 3000 },
    });
  const bytesOf = async ({ workspaceId, responseId }: Begun, fileId: string) => {
    const file = await findAnswerFile(store(), { workspaceId, studyId, responseId, fileId });
    return file && [...file.bytes];
  };

  test("every byte comes back as it went in, to its own workspace, study and response alone", async () => {
    const at = await begin("own");
    const bytes = Array.from({ length: 256 }, (_, n) => n);
    const file = await kept(at, bytes);
    expect(await bytesOf(at, file.id)).toEqual(bytes);
    expect(await bytesOf({ ...at, workspaceId: "other" }, file.id)).toBeNull();
    expect(await bytesOf(await begin("own"), file.id)).toBeNull();
    const elsewhere = { ...at, studyId: "s2", fileId: file.id };
    expect(await findAnswerFile(store(), elsewhere)).toBeNull();
    expect(await listAnswerFiles(store(), at)).toEqual([{ ...file, item: "offer" }]);
  });

  test("the same content sent again is one file, also at the same moment", async () => {
    const at = await begin("again");
    const sent = await Promise.all([keep(at, "a"), keep(at, "a"), keep(at, "a")]);
    expect(new Set(sent.map((file) => (file as FileReference).id)).size).toBe(1);
    expect(await keep(at, "b")).not.toEqual(sent[0]);
    expect(await listAnswerFiles(store(), at)).toHaveLength(2);
    // To another question it is another file.
    await keep(at, "a", { item: "photo" });
    expect(await listAnswerFiles(store(), at)).toHaveLength(3);
  });

  test("a response and a workspace are full at their limits; a file that is there already still is", async () => {
    const at = await begin("full");
    for (let n = 0; n < fileLimits.response.files; n++) await keep(at, `file ${n}`);
    expect(await keep(at, "one more")).toBe("full");
    expect(await keep(at, "file 0")).toMatchObject({ size: 6 });
    const other = await begin("full");
    expect(await keep(other, "x".repeat(300), { space: 500 })).toBe("full");
    expect(await keep(other, "x", { space: 500 })).toMatchObject({ size: 1 });
    // Ten at once, for which there is room singly and not together.
    const crowd = await begin("crowd");
    const sent = await Promise.all(
      Array.from({ length: 10 }, (_, n) => keep(crowd, `${n}`.repeat(60), { space: 200 })),
    );
    expect(sent.filter((one) => one !== "full").length).toBeLessThanOrEqual(3);
    expect((await listAnswerFiles(store(), crowd)).length).toBeLessThanOrEqual(3);
  });

  test("an answer refers to files of this very response, checked at each save and at the end", async () => {
    const at = await begin("refer");
    const [mine, foreign] = [await kept(at, "mine"), await kept(await begin("refer"), "theirs")];
    expect(await send(at, "one", { offer: [{ id: foreign.id }] })).toMatchObject({
      kind: "refused",
      problems: [{ item: "offer", code: "file-gone" }],
    });
    expect(await send(at, "one", { offer: [{ ...mine, name: "x.html", size: 9e9 }] })).toMatchObject({
      kind: "moved",
      response: { answers: { offer: [mine] } },
    });
    // A file of another question is none of this one.
    expect(await send(at, "two", { photo: [{ id: mine.id }] })).toMatchObject({ kind: "refused" });
    await store().db.delete(store().tables.answerFiles).where(eq(store().tables.answerFiles.id, mine.id));
    expect(await send(at, "two", {})).toMatchObject({
      kind: "refused",
      problems: [{ item: "offer", code: "file-gone" }],
      response: { page: "one", completedAt: null },
    });
  });

  test("what no answer refers to goes at the end, and by the sweep after its time", async () => {
    const at = await begin("sweep");
    const [one, two] = [await kept(at, "one"), await kept(at, "two")];
    await send(at, "one", { offer: [one] }, "save");
    await deleteLooseFiles(store(), { workspaceId: "sweep", before: 2000 });
    expect(await listAnswerFiles(store(), at)).toHaveLength(2);
    await deleteLooseFiles(store(), { workspaceId: "other", before: 9000 });
    expect(await listAnswerFiles(store(), at)).toHaveLength(2);
    await deleteLooseFiles(store(), { workspaceId: "sweep", before: 9000 });
    expect(await listAnswerFiles(store(), at)).toMatchObject([{ id: one.id }]);

    const three = await kept(at, "three");
    await send(at, "one", { offer: [three] });
    expect(await send(at, "two", {})).toMatchObject({ kind: "completed" });
    expect(await listAnswerFiles(store(), at)).toMatchObject([{ id: three.id }]);
    expect(await bytesOf(at, two.id)).toBeNull();
    expect(await listWorkspacesWithFiles(store())).toContain("sweep");
  });

  test("with a person, with a company, and with a name taken off, files go", async () => {
    const workspaceId = "forget";
    const person = async (name: string) => {
      const companyId = await requireCompany(store(), {
        workspaceId,
        name,
        size: null,
        industry: null,
        now: 1,
      });
      const [contactId = ""] = await insertContacts(store(), {
        workspaceId,
        now: 1,
        contacts: [
          {
            ...{
              companyId,
              name,
              email: `${name}@example.com`,
              phone: "",
              position: "",
              chainRoles: ["user"],
            },
            ...{ primaryRole: "user", language: null, tags: [], consentAt: null },
          },
        ],
      });
      const at = await begin(workspaceId, { contactId, companyId });
      const file = await kept(at, name);
      await send(at, "one", { offer: [file] });
      return { at, contactId, companyId, file };
    };
    const [anna, bert, cara] = [await person("anna"), await person("bert"), await person("cara")];
    await deleteContact(store(), { workspaceId, contactId: anna.contactId });
    await deleteCompany(store(), { workspaceId, companyId: bert.companyId });
    await anonymiseContact(store(), { workspaceId, contactId: cara.contactId, now: 5 });
    for (const { at } of [anna, bert, cara]) expect(await listAnswerFiles(store(), at)).toEqual([]);
    const { responses } = store().tables;
    const rows = await store().db.select().from(responses).where(eq(responses.workspaceId, workspaceId));
    expect(rows.map(({ answers }) => answers)).toEqual([
      { offer: [{ id: cara.file.id, name: "", type: "text/plain", size: 4 }] },
    ]);
  });
});
