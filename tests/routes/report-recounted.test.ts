/**
 * Every block and every figure of the report that people see first, the followed sample, counted anew from its CSV file by
 * other words than the product's. A block that nobody counts fails, unless it is named below with the reason.
 */
import { describe, expect, test } from "vitest";
import { figuresOf } from "~/domain/report/document/report-document";
import { recountChain } from "../support/recounted/chain";
import { recountCompetitors } from "../support/recounted/competitors";
import { recountExecutive } from "../support/recounted/executive";
import { recountFigures } from "../support/recounted/figures";
import { recountFit } from "../support/recounted/fit";
import { recountInsights } from "../support/recounted/insights";
import { recountMarket } from "../support/recounted/market";
import { recountNeeds } from "../support/recounted/needs";
import { recountSplit } from "../support/recounted/split";
import { recounting } from "../support/recounting";

const { now, recount, isCountedAnew } = recounting();

/** Blocks that hold no number of the study's, and why. */
const words: Record<string, string> = {
  "executive/next": "steps to take, numbered; the insights that they come from are counted",
};

describe("figures", () => recountFigures(recount));
describe("in short", () => recountExecutive(recount));
describe("insights", () => recountInsights(recount));
describe("the chain", () => recountChain(recount));
describe("needs", () => recountNeeds(recount));
describe("fit", () => recountFit(recount));
describe("who can be won", () => recountSplit(recount));
describe("competitors and price", () => recountCompetitors(recount));
describe("market and money", () => recountMarket(recount));

test("no block of the report is left out, and none is named that is not there", () => {
  const keys = now().document.chapters.flatMap(({ blocks }) => blocks.map(({ key }) => key));
  expect(keys.filter((key) => !isCountedAnew(key) && !(key in words))).toEqual([]);
  expect(Object.keys(words).filter((key) => !keys.includes(key) || isCountedAnew(key))).toEqual([]);
  expect(keys.length).toBeGreaterThan(60);
});

test("the sample's story: users would miss it, deciders would not, in each of two waves", () => {
  const { document, waves } = now();
  expect(waves).toHaveLength(2);
  expect(waves.reduce((sum, { answers }) => sum + answers.rows.length, 0)).toBe(document.responses);
  const figures = figuresOf(document);
  expect(figures.get("pmf/user/score")?.verdict).toBe("above");
  expect(figures.get("pmf/decider/score")?.verdict).toBe("below");
});
