/** The range of prices a role finds acceptable. */
import { type PriceAnswer, validPrices } from "../../price/price-answers";
import { priceInterval } from "../../price/price-interval";
import { vanWestendorp } from "../../price/van-westendorp";
import { itemsOf } from "../../questionnaire/by-measure";
import type { MeasureKey } from "../../questionnaire/measures";
import { clusterOf, type Evidence, read } from "../evidence";
import type { Claim } from "../insight";
import { idsOf } from "./accounts";
import { peopleOf, said, sentence } from "./words";

const fewestAnswers = 30;
const fewestCompanies = 10;

/** Three figures, as money has everywhere: where prices are counted in thousands, 0.6 is not 1. */
const priced = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

const price = (one: Evidence, key: MeasureKey): number | null => {
  const answer = read(one, key);
  return typeof answer === "number" ? answer : null;
};

/** One claim a role with at least thirty consistent answers from ten companies. */
export function priceClaims(evidence: readonly Evidence[], seed: number): Claim[] {
  return (["decider", "procurement"] as const).flatMap((role): Claim[] => {
    const given = evidence.flatMap((one): (PriceAnswer & { one: Evidence; company: string })[] =>
      one.role !== role
        ? []
        : [
            {
              ...{ one, company: clusterOf(one) },
              tooCheap: price(one, "price.too-cheap"),
              cheap: price(one, "price.cheap"),
              expensive: price(one, "price.expensive"),
              tooExpensive: price(one, "price.too-expensive"),
            },
          ],
    );
    // Who contradicts himself is in no curve, and so in no count.
    const answers = validPrices(given);
    const asked = answers.map(({ one }) => one);
    const companies = new Set(answers.map(({ company }) => company)).size;
    const meter = vanWestendorp(answers);
    if (!meter.ok || meter.value.validN < fewestAnswers || companies < fewestCompanies) return [];
    const { pmc, pme, opp, validN } = meter.value;
    const interval = priceInterval(answers, "opp", { seed, draws: 1000 });
    const item = asked
      .flatMap(({ compiled }) => itemsOf(compiled))
      .find((one) => one.measure === "price.cheap");
    const unit = item?.kind === "text" ? item.unit : undefined;
    const written = (language: "zh-CN" | "en") => (unit ? ` ${unit[language]}` : "");
    const [low, high, least, most] = [pmc.at, pme.at, opp.at, opp.to].map((at) => priced.format(at));
    const best =
      least === most
        ? said(`阻力最小的价格约 ${least}`, `resistance is least at about ${least}`)
        : said(`${least} 到 ${most} 之间阻力最小`, `resistance is least between ${least} and ${most}`);
    const who = peopleOf[role];
    return [
      {
        kind: "price",
        basis: "pre-registered",
        family: null,
        p: null,
        decided: true,
        weight: 0.5,
        statement: sentence(
          undefined,
          said(
            `${who["zh-CN"]}可接受的价格在 ${low} 到 ${high}${written("zh-CN")}之间，${best["zh-CN"]}。`,
            `${who.en} accept prices from ${low} to ${high}${written("en")}; ${best.en}.`,
          ),
        ),
        about: { measure: "price.cheap", roles: [role] },
        figures: [
          {
            label: said("阻力最小的价格", "Price of least resistance"),
            value: opp.at,
            unit: "money",
            interval: interval.ok ? interval.value : null,
            n: validN,
            companies,
            method: "van-westendorp",
          },
        ],
        evidence: idsOf(asked),
        wouldChange: said(
          "更多回答，或真实成交价与它不符。",
          "More answers, or prices actually paid that differ from it.",
        ),
        next: { step: said("看看价格曲线。", "Look at the price curves."), page: "results" },
      },
    ];
  });
}
