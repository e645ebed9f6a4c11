/** Whether we beat the rivals where each role looks. */
import { group } from "d3-array";
import { coreRoles } from "../../chain/role";
import { worthTheirPrice } from "../../competitors/price-value";
import type { Language } from "../../language";
import { optionsChart, quotesOf } from "./chapter-needs";
import type { ChapterFacts, RoleComparison } from "./facts";
import type { Block, Chapter } from "./report-document";
import type { ReportContext } from "./report-input";
import { asIs, both, percent, rolePlural, roleWithin, say } from "./say";

const standing = {
  gap: both("短板", "Gap"),
  unique: both("独有", "Unique"),
  ahead: both("领先", "Ahead"),
  parity: both("持平", "Parity"),
  behind: both("落后", "Behind"),
  "over-served": both("过剩", "Over-served"),
  unknown: both("未知", "Unknown"),
};

type Competition = NonNullable<ChapterFacts["competition"]>;

const scoreOf = ({ comparison: { weighted } }: RoleComparison, index: number): number | null => {
  const score = weighted.ok ? weighted.value.scores[index]?.score : undefined;
  return score?.ok ? score.value : null;
};

/** Which product leads, and how surely; roles of which the same is true stand together. */
function leadsOf(roles: Competition["roles"], language: Language) {
  const told = roles.flatMap(({ role, leader, same }) =>
    leader ? [{ role, name: leader.name, same: percent(same, language) }] : [],
  );
  return [...group(told, ({ name, same }) => `${name} ${same}`).values()].map((own) => {
    const { name, same } = own[0]!;
    const [first, ...others] = own.map(({ role }) => role);
    const names = [rolePlural[first!][language], ...others.map((role) => roleWithin(role, language))];
    return { who: new Intl.ListFormat(language).format(names), name, same };
  });
}

function scoresChart({ vendors, roles }: Competition): Block {
  return {
    kind: "chart",
    key: "competitors/scores",
    title: say((language) => {
      const leads = leadsOf(roles, language);
      return both(
        leads.map(({ who, name, same }) => `${who}：“${name}”领先（${same} 的权重变动下不变）`).join("；"),
        leads
          .map(({ who, name, same }) => `${who}: ${name} leads (in ${same} of shifted weights)`)
          .join("; "),
      );
    }),
    people: null,
    companies: null,
    range: [0, 1],
    method: "weighted-sum",
    chart: {
      kind: "bar",
      horizontal: true,
      categoryAxis: both("产品", "Product"),
      categories: vendors.map(({ name }) => asIs(name)),
      valueAxis: both("按角色看重的加权得分", "Score, weighted by what the role said matters"),
      unit: "percent",
      series: roles.map((one) => ({
        label: rolePlural[one.role],
        role: one.role,
        values: vendors.map((_, index) => scoreOf(one, index)),
      })),
    },
  };
}

function roleTable({ vendors }: Competition, one: RoleComparison): Block {
  const { role, comparison } = one;
  const { weighted, stability } = comparison;
  return {
    kind: "table",
    key: `competitors/${role}`,
    title: say((_, of) =>
      both(
        `${of(rolePlural[role])}眼中的各产品`,
        `The products as ${of(rolePlural[role]).toLowerCase()} weigh them`,
      ),
    ),
    columns: [
      { header: both("产品", "Product") },
      { header: both("加权得分", "Weighted score"), unit: "percent" },
      { header: both("已知权重", "Weight known"), unit: "percent" },
      { header: both("排第一的比例", "First in shifted weights"), unit: "percent" },
    ],
    rows: vendors.map(({ name }, index) => {
      return [
        asIs(name),
        scoreOf(one, index),
        weighted.ok ? (weighted.value.scores[index]?.coverage ?? null) : null,
        stability.ok ? (stability.value.firstShare[index]?.share ?? null) : null,
      ];
    }),
    method: "rank-stability",
  };
}

/** Price against value for each core role, of the products of which both are known. */
function positioning({ competition, study }: ReportContext, { vendors, roles }: Competition): Block[] {
  const prices = competition?.prices ?? {};
  return roles.flatMap((one): Block[] => {
    const points = vendors.flatMap(({ key, name }, index) => {
      const [price, value] = [prices[key] ?? null, scoreOf(one, index)];
      return price === null || value === null ? [] : [{ vendor: key, name, price, value }];
    });
    if (points.length < 2 || !coreRoles.some((role) => role === one.role)) return [];
    const worth = worthTheirPrice(points).map(
      ({ vendor }) => points.find((point) => point.vendor === vendor)!.name,
    );
    return [
      {
        kind: "chart",
        key: `competitors/positioning/${one.role}`,
        title: say((_, of) =>
          both(
            `${of(rolePlural[one.role])}看来，值这个价的是${worth.map((name) => `“${name}”`).join("、")}`,
            `For ${roleWithin(one.role, "en")}, worth the price: ${worth.join(", ")}`,
          ),
        ),
        people: null,
        companies: null,
        method: "weighted-sum",
        note: both(
          "没有别的产品比它更便宜而且不差，就算值这个价。",
          "A product is worth its price when no other costs as little and offers as much.",
        ),
        chart: {
          kind: "scatter",
          categoryAxis: say((_, of) =>
            both(`起步价（${of(study.priceUnit)}）`, `Entry price (${of(study.priceUnit)})`),
          ),
          categoryUnit: { currency: study.currency },
          valueAxis: both("按角色看重的加权得分", "Score, weighted by what the role said matters"),
          unit: "percent",
          series: [
            {
              label: rolePlural[one.role],
              role: one.role,
              points: points.map(({ name, price, value }) => ({ x: price, y: value, label: asIs(name) })),
            },
          ],
        },
      },
    ];
  });
}

function standings({ competition }: ReportContext, { vendors, roles }: Competition): Block[] {
  return roles.flatMap(({ role, comparison: { standings: rows } }): Block[] => {
    const known = rows.filter(({ kind }) => kind !== "unknown");
    if (known.length === 0) return [];
    return [
      {
        kind: "table",
        key: `competitors/standing/${role}`,
        title: say((_, of) =>
          both(
            `我们在${of(rolePlural[role])}看重的功能上`,
            `Where we stand for ${of(rolePlural[role]).toLowerCase()}`,
          ),
        ),
        columns: [
          { header: both("功能", "Feature") },
          { header: both("我们的处境", "Where we stand") },
          { header: both("我们", "We"), unit: "percent" },
          { header: both("最强的竞品", "Best rival") },
          { header: both("竞品得分", "Their score"), unit: "percent" },
        ],
        rows: known.map(({ featureId, kind, ours, best }) => [
          competition?.features.find(({ id }) => id === featureId)?.name ?? featureId,
          standing[kind],
          ours,
          best ? asIs(vendors.find(({ key }) => key === best.vendor)?.name ?? best.vendor) : null,
          best?.score ?? null,
        ]),
        method: "weighted-sum",
      },
    ];
  });
}

export function competitorsChapter(context: ReportContext, facts: ChapterFacts): Chapter | null {
  const { competition, results } = facts;
  const choice = optionsChart("competitors/choice", results.get("anchor.choice"));
  if (!competition && choice.length === 0) return null;
  return {
    key: "competitors",
    title: both("竞品", "Competitors"),
    lead: both(
      "每项功能按各角色说的重要性加权，不平均各角色。",
      "Each feature weighs what the role said it matters; roles are not averaged.",
    ),
    blocks: [
      ...(competition ? [scoresChart(competition)] : []),
      ...(competition ? positioning(context, competition) : []),
      ...choice,
      ...(competition ? competition.roles.map((one) => roleTable(competition, one)) : []),
      ...(competition ? standings(context, competition) : []),
      ...quotesOf("competitors/reasons", results.get("competitor.reasons")),
    ],
  };
}
