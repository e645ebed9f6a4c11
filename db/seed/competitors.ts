/**
 * What the sample's team knows of the competition, in line with what its respondents say: Lanting has
 * everything and is expensive, Yunfan is cheap and its service is weak, and many stay with spreadsheets.
 */
import { insertClaim } from "../../app/data/claims";
import { findRival, updateComparisonSettings, updateRival } from "../../app/data/competitors";
import { insertCells, insertFeatures } from "../../app/data/features";
import type { Claim } from "../../app/domain/competitors/claim-form";
import type { Feature } from "../../app/domain/competitors/feature-form";
import type { Support } from "../../app/domain/competitors/matrix-cell";
import type { Rival } from "../../app/domain/competitors/rival-form";
import { sampleBrief } from "../../app/domain/study/sample-brief";
import type { Store } from "../client";

const rivals: Record<string, Omit<Rival, "name">> = {
  lanting: {
    status: "rival",
    positioning: "一站式招聘，流程全覆盖 · All of recruiting in one place",
    segments: "300 人以上的公司 · Companies of 300 people and more",
    plans: [
      { name: "标准版 Standard", price: 168, note: "" },
      { name: "集团版 Group", price: null, note: "私有部署 on your own servers" },
    ],
    links: ["https://lanting.example/pricing"],
    notes: "",
  },
  yunfan: {
    status: "rival",
    positioning: "便宜好上手 · Cheap and easy to begin with",
    segments: "100 人以下的公司 · Companies under 100 people",
    plans: [{ name: "基础版 Basic", price: 39, note: "" }],
    links: ["https://yunfan.example/"],
    notes: "客服只在工作日回复 · Support answers on weekdays only",
  },
  spreadsheets: {
    status: "status-quo",
    positioning: "不用另外花钱 · Costs nothing extra",
    segments: "",
    plans: [{ name: "已有软件 Already owned", price: 0, note: "" }],
    links: [],
    notes: "",
  },
};

const own = (
  category: string,
  name: Feature["name"],
  need: NonNullable<Feature["need"]>,
  asked: string | null = null,
): Feature => ({ category, name, need, asked, measure: null, description: "" });

/** A feature that is measured; less of it is better. */
const less = (name: Feature["name"], need: NonNullable<Feature["need"]>, unit: string): Feature => ({
  ...own("服务 Service", name, need),
  measure: { unit, better: "less" },
});

const needs: Record<string, NonNullable<Feature["need"]>> = {
  scheduling: "smooth-use",
  "cost-report": "spend-less",
  mobile: "interface",
};
const management = new Set(["cost-report", "mobile"]);

/** The features its users were asked about, and four that only buyers ask about, two of them measured. */
const features: readonly Feature[] = [
  ...(sampleBrief.features ?? []).map(({ id, name }) =>
    own(management.has(id) ? "管理 Management" : "招聘流程 Recruiting", name, needs[id] ?? "functions", id),
  ),
  own("服务 Service", { "zh-CN": "专属客户经理", en: "Named customer manager" }, "service"),
  own(
    "服务 Service",
    { "zh-CN": "对接企业微信与钉钉", en: "Works with WeCom and DingTalk" },
    "integration-security",
  ),
  less({ "zh-CN": "起步价", en: "Entry price" }, "price", "¥ / 席位·月 seat·month"),
  less({ "zh-CN": "客服首次响应", en: "First reply of support" }, "service", "小时 hours"),
];

/** The last two features in their units, vendor by vendor; nobody answers for a spreadsheet. */
const amounts: Record<string, readonly (number | null)[]> = {
  us: [80, 2],
  lanting: [168, 1],
  yunfan: [39, 30],
  spreadsheets: [0, null],
};

/** Support and quality (0: not judged) of the features that are judged, vendor by vendor. */
const matrix: Record<string, readonly (readonly [Support, number])[]> = {
  us: [
    ["yes", 4],
    ["yes", 5],
    ["partial", 3],
    ["partial", 4],
    ["yes", 4],
    ["yes", 4],
    ["partial", 3],
  ],
  lanting: [
    ["yes", 4],
    ["yes", 3],
    ["yes", 5],
    ["yes", 4],
    ["no", 0],
    ["yes", 4],
    ["yes", 4],
  ],
  yunfan: [
    ["partial", 2],
    ["partial", 3],
    ["yes", 2],
    ["no", 0],
    ["yes", 3],
    ["no", 0],
    ["unknown", 0],
  ],
  spreadsheets: [
    ["no", 0],
    ["no", 0],
    ["partial", 2],
    ["partial", 2],
    ["no", 0],
    ["no", 0],
    ["no", 0],
  ],
};

/** What they promise, and about what: a feature by its row in the survey, or a need. */
const claims: readonly (Pick<Claim, "vendor" | "words" | "channel" | "role" | "need" | "link" | "note"> & {
  asked: string | null;
  ago: number;
})[] = [
  {
    ...{ vendor: "lanting", channel: "website", role: "decider", need: "spend-less", asked: null, ago: 31 },
    words: "一年省下三成招聘费用 · Cuts recruiting costs by a third within a year",
    link: "https://lanting.example/value",
    note: "",
  },
  {
    ...{ vendor: "lanting", channel: "sales", role: "requester", need: "functions", asked: null, ago: 24 },
    words: "从发布职位到入职，一个系统全包 · One system from posting to onboarding",
    link: "",
    note: "演示会上的原话 · Said at a demo",
  },
  {
    ...{ vendor: "lanting", channel: "social", role: "user", need: null, asked: "mobile", ago: 12 },
    words: "手机上随时审批 · Approve on the phone, anytime",
    link: "https://lanting.example/mobile",
    note: "",
  },
  {
    ...{ vendor: "yunfan", channel: "advertising", role: "decider", need: "price", asked: null, ago: 45 },
    words: "价格只要同类的三分之一 · A third of what others ask",
    link: "https://yunfan.example/",
    note: "",
  },
  {
    ...{ vendor: "yunfan", channel: "website", role: "user", need: null, asked: "scheduling", ago: 45 },
    words: "排面试快一倍 · Arranges interviews twice as fast",
    link: "https://yunfan.example/features",
    note: "",
  },
  {
    ...{ vendor: "yunfan", channel: "sales", role: "requester", need: "service", asked: null, ago: 38 },
    words: "7×24 小时客服 · Support around the clock",
    link: "",
    note: "电话里说的 · Said on the phone",
  },
  {
    ...{ vendor: "spreadsheets", channel: "social", role: null, need: "functions", asked: null, ago: 70 },
    words: "一张模板管好招聘 · One template is all you need",
    link: "https://templates.example/recruiting",
    note: "模板网站的说法 · Says a site of templates",
  },
];

const day = 24 * 60 * 60 * 1000;

/** Fills in the competitors, features and matrix of the sample study; some cells are old, some have no source. */
export async function seedCompetitors(
  store: Store,
  { now, ...where }: { workspaceId: string; studyId: string; now: number },
): Promise<void> {
  for (const [key, rival] of Object.entries(rivals)) {
    const found = await findRival(store, { ...where, key });
    if (found)
      await updateRival(store, {
        ...where,
        key,
        revision: found.revision,
        rival: { ...rival, name: found.name },
      });
  }
  const ids = await insertFeatures(store, { ...where, features, now });
  const dayOf = (ago: number) => new Date(now - ago * day).toISOString().slice(0, 10);
  const changes = Object.entries(matrix).flatMap(([vendor, cells]) =>
    ids.flatMap((featureId, row) => {
      const [support, quality] = cells[row] ?? (["unknown", 0] as const);
      const amount = amounts[vendor]?.[row - cells.length] ?? null;
      if (support === "unknown" && amount === null) return [];
      // Yunfan was looked at once, long ago; what we know of its price nobody wrote down.
      const old = vendor === "yunfan" && row < 3;
      const source =
        vendor === "yunfan" && row === 7 ? "" : vendor === "us" ? "产品文档 Product documents" : "试用 Trial";
      return [
        {
          ...{ featureId, vendor, revision: 0, support, quality: quality || null, amount, note: "", source },
          checkedOn: dayOf(old ? 240 : 20 + row),
        },
      ];
    }),
  );
  await insertCells(store, { ...where, changes, savedBy: "sample", now });
  for (const { asked, ago, ...claim } of claims) {
    const featureId = ids[features.findIndex((feature) => asked !== null && feature.asked === asked)] ?? null;
    await insertClaim(store, {
      ...{ ...where, savedBy: "sample", now },
      claim: { ...claim, featureId, seenOn: dayOf(ago) },
    });
  }
  const ownPlans = [{ name: "团队版 Team", price: 80, note: "" }];
  await updateComparisonSettings(store, { ...where, change: { ownPlans } });
}
