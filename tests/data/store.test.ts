import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { insertRows, isOneOf, updateRows } from "~db/many-rows";
import { onBothEngines } from "../support/stores";

onBothEngines("the store", (store) => {
  const row = (id: string) => ({ id, name: "甲 & Co", showcase: false, createdAt: 1_790_000_000_123 });

  test("keeps text, booleans and instants as they are", async () => {
    const { db, tables } = store();
    await db.insert(tables.workspaces).values(row("w1"));
    expect(await db.select().from(tables.workspaces).where(eq(tables.workspaces.id, "w1"))).toEqual([
      row("w1"),
    ]);
  });

  test("writes all statements of a transaction or none", async () => {
    const { db, tables, atomically } = store();
    const failing = atomically((tx) => [
      tx.insert(tables.workspaces).values(row("w2")),
      tx.insert(tables.workspaces).values(row("w2")),
    ]);
    await expect(failing).rejects.toThrow();
    expect(await db.select().from(tables.workspaces).where(eq(tables.workspaces.id, "w2"))).toEqual([]);
  });

  test("gives back the rows each statement returned", async () => {
    const { tables, atomically } = store();
    const written = await atomically((tx) => [
      tx.insert(tables.workspaces).values(row("w3")),
      tx.insert(tables.workspaces).values(row("w3")).onConflictDoNothing().returning(),
      tx.update(tables.workspaces).set({ name: "乙" }).where(eq(tables.workspaces.id, "w3")).returning(),
    ]);
    expect(written).toEqual([[], [], [{ ...row("w3"), name: "乙" }]]);
  });

  test.each([0, 1, 3])("writes %i rows at once as it writes them one by one", async (n) => {
    const { db, tables } = store();
    const { companies, collectors } = tables;
    const named = [`"甲" \\ 'é' 🙂 \n`, "", "null"];
    const inStudy = { workspaceId: `w${n}`, studyId: "s", waveId: "w", kind: "embed" as const, createdAt: 1 };
    const rows = named.slice(0, n).map((name, at) => ({
      ...{ ...inStudy, id: `many${n}-${at}`, token: `many${n}-${at}`, name, onePerDevice: at === 1 },
      ...{
        cap: at === 2 ? 7 : null,
        closesAt: 1_790_000_000_123,
        embedOrigins: at === 0 ? [name] : undefined,
      },
    }));
    const made = await insertRows(store(), collectors, rows).returning({ id: collectors.id });
    expect(made).toEqual(rows.map(({ id }) => ({ id })));
    const read = async () =>
      db
        .select()
        .from(collectors)
        .where(eq(collectors.workspaceId, `w${n}`))
        .orderBy(collectors.id);
    const atOnce = await read();
    await db.delete(collectors).where(eq(collectors.workspaceId, `w${n}`));
    for (const row of rows) await db.insert(collectors).values(row);
    expect(atOnce).toEqual(await read());
    expect(atOnce).toHaveLength(n);
    const company = { ...inStudy, id: `c${n}`, name: "甲", nameKey: "甲" };
    await insertRows(store(), companies, [company]);
    expect(await insertRows(store(), companies, [company]).onConflictDoNothing().returning()).toEqual([]);
  });

  test("writes many rows anew, each to its own values, and none of another workspace", async () => {
    const { db, tables } = store();
    const { collectors } = tables;
    const inStudy = { studyId: "s", waveId: "w", kind: "embed" as const, createdAt: 1, name: "before" };
    const ids = ["anew-0", "anew-1", "anew-2"];
    const before = ids.map((id, at) => ({
      ...inStudy,
      id,
      token: id,
      workspaceId: at < 2 ? "here" : "there",
    }));
    await insertRows(store(), collectors, before);
    const said = [
      { name: `{"甲", \\} 'é'`, cap: 3, onePerDevice: true, embedOrigins: ['a"b', "c"] },
      { name: "NULL", cap: null, onePerDevice: false, embedOrigins: [] },
      { name: "theirs", cap: 1, onePerDevice: true, embedOrigins: [] },
    ];
    const rows = ids.map((id, at) => ({ id, ...said[at] }));
    await updateRows(store(), collectors, "here", rows);
    const { engine } = store();
    const found = await db
      .select()
      .from(collectors)
      .where(isOneOf(engine, collectors.id, ids))
      .orderBy(collectors.id);
    expect(found).toMatchObject([{ ...before[0], ...said[0] }, { ...before[1], ...said[1] }, before[2]!]);
  });

  test("keeps the order of keys in JSON", async () => {
    const { db, tables } = store();
    const draft = { z: 1, a: { y: "é", b: [true, null] } };
    await db.insert(tables.studies).values({
      id: "s1",
      workspaceId: "w1",
      product: "P",
      description: "",
      businessType: "saas",
      stage: "development",
      industry: "",
      targetMarket: "",
      languages: ["zh-CN", "en"],
      threshold: 0.4,
      minUses: 2,
      windowDays: 14,
      currency: "CNY",
      priceUnit: { "zh-CN": "每席位每月", en: "per seat per month" },
      priceLadder: [],
      sample: false,
      createdAt: 1,
    });
    await db
      .insert(tables.questionnaires)
      .values({ id: "q1", workspaceId: "w1", studyId: "s1", role: "user", draft, revision: 1, updatedAt: 1 });
    const [read] = await db.select().from(tables.questionnaires);
    expect(JSON.stringify(read?.draft)).toBe(JSON.stringify(draft));
  });
});
