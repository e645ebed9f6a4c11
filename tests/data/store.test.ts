import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
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
