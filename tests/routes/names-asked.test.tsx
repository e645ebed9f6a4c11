/** Attributes and problems of the anchor block are called on every page what the respondents read. */
import { eq, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalText, languages } from "~/domain/language";
import { type AnswerOption, anchorAttributes, problems } from "~/domain/questionnaire/answer-options";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { sampleBrief } from "~/domain/study/sample-brief";
import type { BusinessType } from "~/domain/study/study";
import * as claim from "~/routes/competitors/claim";
import * as claims from "~/routes/competitors/claims";
import * as feature from "~/routes/competitors/feature";
import * as features from "~/routes/competitors/features";
import * as users from "~/routes/competitors/users";
import * as opportunities from "~/routes/growth/opportunities";
import * as opportunity from "~/routes/growth/opportunity";
import * as market from "~/routes/market/market";
import * as sheet from "~/routes/market/sheet";
import * as chain from "~/routes/results/chain";
import * as company from "~/routes/results/chain-company";
import * as insights from "~/routes/results/insights";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { seedSample } from "~db/seed/sample";
import { drawnPage, read } from "../components/draw";
import { loadedReport } from "../support/loaded-report";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

const own: Record<"human-service" | "hardware", Record<string, LocalText>> = {
  "human-service": {
    functions: { "zh-CN": "服务内容齐全", en: "Covers the services we need" },
    service: { "zh-CN": "响应与售后", en: "Response and aftercare" },
    "smooth-use": { "zh-CN": "合作顺畅", en: "Works together smoothly" },
    interface: { "zh-CN": "沟通与交付体验", en: "Experience of contact and delivery" },
    "integration-security": {
      "zh-CN": "与内部配合、信息保密",
      en: "Fit with our teams and confidentiality",
    },
    "missing-functions": { "zh-CN": "缺少需要的服务内容", en: "Services we need are missing" },
    "hard-to-use": { "zh-CN": "合作起来费劲", en: "Working together is hard" },
  },
  hardware: {
    functions: { "zh-CN": "功能与性能齐全", en: "Has the functions and performance we need" },
    interface: { "zh-CN": "操作与外观体验", en: "Handling and design" },
  },
};

/** The sample as a study of another business type: the same answers, given to questionnaires in that type's words. */
async function sampleOf(store: Store, workspaceId: string, businessType: BusinessType): Promise<string> {
  const studyId = await seedSample(store, { workspaceId, now: Date.now() });
  const { studies, responses, questionnaires, questionnaireVersions: versions } = store.tables;
  await store.db.update(studies).set({ businessType }).where(eq(studies.id, studyId));
  const roles = new Map((await store.db.select().from(questionnaires)).map(({ id, role }) => [id, role]));
  for (const version of await store.db.select().from(versions)) {
    const json = buildQuestionnaire(roles.get(version.questionnaireId)!, { ...sampleBrief, businessType });
    const made = await compileQuestionnaire(json);
    if (!made.ok) throw new Error("The questionnaire does not compile");
    // What is published never changes, so the program reads it once: the answers go to a version of their own.
    const id = newId();
    await store.db.insert(versions).values({ ...version, id, number: 2, json, compiled: made.compiled });
    await store.db.update(responses).set({ versionId: id }).where(eq(responses.versionId, version.id));
  }
  const { marketScenarios } = store.tables;
  for (const { id, model } of await store.db.select().from(marketScenarios)) {
    const to = "problem:hard-to-use" as const;
    const segments = model.segments.map((one) => ({
      ...one,
      fit: { ...one.fit, tie: { to, times: 1 } },
    }));
    await store.db
      .update(marketScenarios)
      .set({ model: { ...model, segments } })
      .where(eq(marketScenarios.id, id));
  }
  return studyId;
}

describe.each(["human-service", "hardware"] as const)("of a %s study", (businessType) => {
  const asked = own[businessType];
  const isAsked = ({ value }: AnswerOption) => value in asked;
  const attributes = anchorAttributes.filter(isAsked).map(({ value }) => value);
  const named = problems.filter(isAsked).map(({ value }) => value);
  // Service stands among what is rated of an offer, too, and is called the same there.
  const general = [...anchorAttributes, ...problems].filter((one) => isAsked(one) && one.value !== "service");

  let store: Store;
  let owner: Awaited<ReturnType<typeof signedIn>>;
  let [study, firm, rival] = ["", "", ""];
  beforeAll(async () => {
    store = await openMemoryStore();
    useStore(store);
    owner = await signedIn(store);
    study = await sampleOf(store, owner.workspaceId, businessType);
    const { responses, competitors } = store.tables;
    const [first] = await store.db.select().from(responses).where(isNotNull(responses.completedAt));
    const [one] = await store.db.select().from(competitors);
    [firm, rival] = [first?.companyId ?? "", one?.key ?? ""];
  });
  afterAll(() => store.close());

  const pages = {
    chain: { route: chain, at: () => "chain", says: attributes },
    "chain/:companyId": { route: company, at: () => `chain/${firm}`, says: attributes },
    insights: { route: insights, at: () => "insights", says: [] },
    "competitors/users/:key": {
      ...{ route: users, at: () => `competitors/users/${rival}`, says: [...attributes, ...named] },
    },
    "competitors/features": { route: features, at: () => "competitors/features", says: ["interface"] },
    "competitors/features/:featureId": {
      ...{ route: feature, at: () => "competitors/features/new", says: attributes },
    },
    "competitors/claims": { route: claims, at: () => "competitors/claims", says: [] },
    "competitors/claims/:claimId": {
      ...{ route: claim, at: () => "competitors/claims/new", says: attributes },
    },
    "growth/opportunities": { route: opportunities, at: () => "growth/opportunities", says: [] },
    "growth/opportunities/:opportunityId": {
      ...{ route: opportunity, at: () => "growth/opportunities/new", says: [...attributes, ...named] },
    },
    market: { route: market, at: () => "market", says: named.slice(-1) },
    "market/sheet": { route: sheet, at: () => "market/sheet", says: named },
  };
  const inBoth = Object.keys(pages).flatMap((path) => languages.map((language) => ({ path, language })));

  test.each(inBoth)("the page $path, in $language", async ({ path, language }) => {
    const { route, at, says } = pages[path as keyof typeof pages];
    const cookies = owner.cookies.map(({ name, value }) => `${name}=${name === "lang" ? language : value}`);
    const request = owner.request(`/studies/${study}/${at()}`, undefined, { Cookie: cookies.join("; ") });
    const text = read(await drawnPage(route, `/studies/:studyId/${path}`, request, language));
    expect(says.filter((value) => !text.includes(asked[value]![language]))).toEqual([]);
    expect(general.filter(({ name }) => text.includes(name[language]))).toEqual([]);
  });

  test.each(languages)("every chapter of the report, in %s", async (language) => {
    const { document } = await loadedReport(owner.request("/x"), study);
    const text = JSON.stringify(document);
    expect(attributes.filter((value) => !text.includes(asked[value]![language]))).toEqual([]);
    expect(general.filter(({ name }) => text.includes(name[language]))).toEqual([]);
  });
});
