/**
 * Every analysis of the competition of a full matrix – 30 features, 8 competitors, weights out of the sample's
 * answers – as the pages load it, against reading the same rows from the store and doing nothing with them.
 */
import { expect, test } from "vitest";
import { insertRival, listRivals } from "~/data/competitors";
import { listEvidence } from "~/data/evidence";
import { insertCells, insertFeatures, listCells, listFeatures } from "~/data/features";
import { supports } from "~/domain/competitors/matrix-cell";
import { anchorAttributes } from "~/domain/questionnaire/answer-options";
import { seededRandom } from "~/domain/stats/seeded-random";
import * as analysis from "~/routes/competitors/analysis";
import * as byRole from "~/routes/competitors/by-role";
import * as card from "~/routes/competitors/card";
import * as claims from "~/routes/competitors/claims";
import * as list from "~/routes/competitors/list";
import * as users from "~/routes/competitors/users";
import { useStore } from "~/server/store";
import { seedSample } from "~db/seed/sample";
import { args } from "../support/call-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

const rounds = 5;
const [featureCount, rivalCount] = [30, 8];
/** What a page may cost its server. */
const budget = 300;

async function quickest(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    await work();
    times.push(performance.now() - begin);
  }
  return Math.min(...times);
}

test("a matrix of 30 features and 8 competitors", async () => {
  const store = await openMemoryStore();
  useStore(store);
  const owner = await signedIn(store);
  const now = Date.now();
  const studyId = await seedSample(store, { workspaceId: owner.workspaceId, now });
  const where = { workspaceId: owner.workspaceId, studyId };
  const random = seededRandom(8);
  for (let more = (await listRivals(store, where)).length; more < rivalCount; more++)
    await insertRival(store, {
      ...{ ...where, now, key: `rival-${more}` },
      rival: {
        ...{ name: `Rival ${more}`, status: "rival", positioning: "", segments: "", links: [], notes: "" },
        plans: [{ name: "Basic", price: 20 * more, note: "" }],
      },
    });
  const before = (await listFeatures(store, where)).length;
  await insertFeatures(store, {
    ...{ ...where, now },
    features: Array.from({ length: featureCount - before }, (_, at) => ({
      ...{
        category: "More",
        name: { "zh-CN": `功能 ${at}`, en: `Feature ${at}` },
        description: "",
        asked: null,
        measure:
          at % 4 === 0 ? { unit: "¥", better: at % 8 === 0 ? ("less" as const) : ("more" as const) } : null,
      },
      need: anchorAttributes[at % anchorAttributes.length]!.value,
    })),
  });
  const [features, rivals] = await Promise.all([listFeatures(store, where), listRivals(store, where)]);
  const known = new Set((await listCells(store, where)).map((cell) => `${cell.featureId}/${cell.vendor}`));
  const changes = features.flatMap(({ id: featureId }) =>
    ["us", ...rivals.map(({ key }) => key)].flatMap((vendor) =>
      known.has(`${featureId}/${vendor}`)
        ? []
        : [
            {
              ...{ featureId, vendor, revision: 0, note: "", source: "trial", checkedOn: null },
              support: supports[Math.floor(random() * 3)]!,
              quality: 1 + Math.floor(random() * 5),
              amount: Math.round(1000 * random()),
            },
          ],
    ),
  );
  for (let from = 0; from < changes.length; from += 300)
    await insertCells(store, { ...where, changes: changes.slice(from, from + 300), savedBy: "bench", now });

  const ask = (params: Record<string, string> = {}) => args(owner.request("/x"), { studyId, ...params });
  const loaded = await analysis.loader(ask());
  expect([loaded.features.length, loaded.vendors.length]).toEqual([featureCount, rivalCount + 1]);
  const plain = await quickest(() =>
    Promise.all([
      listEvidence(store, where),
      listCells(store, where),
      listFeatures(store, where),
      listRivals(store, where),
    ]),
  );
  const pages = {
    competitors: await quickest(() => list.loader(ask())),
    analysis: await quickest(() => analysis.loader(ask())),
    "by role": await quickest(() => byRole.loader(ask())),
    "their users": await quickest(() => users.loader(ask())),
    claims: await quickest(() => claims.loader(ask())),
    "battle card": await quickest(() => card.loader(ask({ key: "lanting" }))),
  };
  console.info(`reading alone            ${plain.toFixed(0).padStart(6)} ms  × 1.0`);
  for (const [name, ms] of Object.entries(pages))
    console.info(`${name.padEnd(24)} ${ms.toFixed(0).padStart(6)} ms  × ${(ms / plain).toFixed(1)}`);
  for (const [name, ms] of Object.entries(pages)) expect(ms, name).toBeLessThan(budget);
  await store.close();
});
