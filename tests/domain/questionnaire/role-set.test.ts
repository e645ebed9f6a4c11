import { describe, expect, test } from "vitest";
import { chainRoles } from "~/domain/chain/role";
import { missingMeasures } from "~/domain/questionnaire/before-publishing";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { mostMinutes } from "~/domain/questionnaire/craft";
import { isObject, pagesOf } from "~/domain/questionnaire/draft-tree";
import { estimateMinutes } from "~/domain/questionnaire/duration";
import { fillQuestionnaire, keepQuestionnaire } from "~/domain/questionnaire/own-bank/role-set";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { sampleBrief } from "~/domain/study/sample-brief";
import { businessTypes } from "~/domain/study/study";
import { competitorLimit, ladderLimit } from "~/domain/study/study-form";

const { features: _, causes: __, fuzzyNeed: ___, ...plain } = sampleBrief;
const largest = {
  ...plain,
  competitors: Array.from({ length: competitorLimit }, (_, at) => ({ id: `c${at}`, name: `Rival ${at}` })),
  priceLadder: Array.from({ length: ladderLimit }, (_, at) => at + 1),
};

describe.each(businessTypes)("the short set for %s", (businessType) => {
  test.each(chainRoles)("fits the minutes of %s, and asks what verdicts stand on", async (role) => {
    const brief = { ...largest, businessType };
    const short = buildQuestionnaire(role, brief, "short");
    const made = await compileQuestionnaire(short);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const minutes = estimateMinutes(
      made.compiled,
      made.compiled.pages.map(({ name }) => name),
    );
    expect(minutes).toBeLessThanOrEqual(mostMinutes[role]);
    expect(missingMeasures(short, buildQuestionnaire(role, brief))).toEqual([]);
  });
});

describe("a set kept from one study", () => {
  const other = {
    ...plain,
    ...{ product: "Kaoqin", businessType: "hardware" as const, priceLadder: [7, 9] },
    competitors: [
      { id: "x", name: "Xiang" },
      { id: "y", name: "Yun" },
    ],
  };
  const edited = (draft: object) => ({
    ...draft,
    pages: pagesOf(draft).map(({ page }) =>
      page.name === "relation" ? { ...page, title: `${plain.product} and you` } : page,
    ),
    accepted: [{ finding: "x", reason: "y", by: "m", at: 1 }],
  });

  test.each(chainRoles)(
    "untouched, reads in another study as if it were written for it: %s",
    async (role) => {
      const built = buildQuestionnaire(role, plain);
      const kept = keepQuestionnaire(built, built, plain.product);
      expect(JSON.stringify(kept)).not.toContain(plain.product);
      const theirs = buildQuestionnaire(role, other);
      expect(fillQuestionnaire(kept, theirs, other.product)).toEqual(theirs);
    },
  );

  test("keeps what its authors changed, under the other product's name, and drops their notes", () => {
    const built = buildQuestionnaire("user", plain);
    const kept = keepQuestionnaire(edited(built), built, plain.product);
    const draft = fillQuestionnaire(kept, buildQuestionnaire("user", other), other.product);
    const titles = pagesOf(draft).map(({ page }) => page.title);
    expect(titles).toContain("Kaoqin and you");
    expect(JSON.stringify(draft)).not.toContain(plain.product);
    expect(JSON.stringify(draft)).toContain("Xiang");
    expect(draft).not.toHaveProperty("accepted");
  });

  test("leaves out pages and ends that the other study has no use for", async () => {
    const built = buildQuestionnaire("requester", plain);
    const ended = { ...built, endings: [{ after: "compared", if: "{gate_size} notempty" }] };
    const kept = keepQuestionnaire(ended, built, plain.product);
    const alone = { ...other, competitors: [] };
    const draft = fillQuestionnaire(kept, buildQuestionnaire("requester", alone), alone.product);
    const names = pagesOf(draft).map(({ page }) => page.name);
    expect(names).not.toContain("compared");
    expect(draft).not.toHaveProperty("endings");
    expect((await compileQuestionnaire(draft)).ok).toBe(true);
  });

  test.each([[null], [[]], [{ pages: 7 }]])("of %j is an empty questionnaire", (odd) => {
    const built = buildQuestionnaire("user", plain);
    const draft = fillQuestionnaire(keepQuestionnaire(odd, built, "A"), built, "B");
    expect(isObject(draft) && pagesOf(draft)).toEqual([]);
  });
});
