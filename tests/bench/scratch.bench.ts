import { test } from "vitest";
import { insightsOf } from "~/domain/report/insights-of";
import { asEvidence, drawPlanted, plantedVersions } from "../support/planted";
import { rule } from "../support/planted-stories";

test("scratch", { timeout: 900_000 }, async () => {
  const versions = await plantedVersions();
  for (const [k, from, n] of [
    [10, 20000, 300],
    [40, 30000, 400],
    [150, 40000, 40],
  ] as const)
    for (let i = 0; i < n; i++) {
      const ins = insightsOf(
        { evidence: asEvidence(drawPlanted({}, k, from + i), versions), rule },
        from + i,
      );
      for (const x of ins.filter((y) => y.strength === "strong"))
        console.info(
          `X ${k} ${i} ${x.kind} ${x.about.measure} ${JSON.stringify(x.about)} ${x.adjustedP} ${x.statement.en}`,
        );
    }
});
