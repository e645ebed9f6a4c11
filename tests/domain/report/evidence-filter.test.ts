import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainRoles } from "~/domain/chain/role";
import {
  type EvidenceFilter,
  facetsOf,
  filterEvidence,
  filterFrom,
  filterKeys,
  filterSearch,
  filterWithout,
  isFiltered,
} from "~/domain/report/evidence-filter";

const one = (given: object = {}) => ({
  id: "r",
  ...{ role: "user" as const, companySize: "2-9", companyIndustry: "retail", companyRegion: null },
  ...{ collectorId: "link", waveId: "first", review: null },
  ...given,
});

const anyOne = fc.record({
  id: fc.uuid(),
  role: fc.constantFrom(...chainRoles),
  companySize: fc.constantFrom(null, "2-9", "10-49"),
  companyIndustry: fc.constantFrom(null, "retail", "其他 & Co"),
  companyRegion: fc.constantFrom(null, "", "华东"),
  collectorId: fc.constantFrom("a", "b"),
  waveId: fc.constantFrom("1", "2"),
  review: fc.constantFrom(null, "kept" as const, "excluded" as const),
});
const anyFilter: fc.Arbitrary<EvidenceFilter> = fc.dictionary(
  fc.constantFrom(...filterKeys),
  fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
);

describe("the filter in an address", () => {
  it("comes back as it was written, whatever its values", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(filterFrom(new URLSearchParams(filterSearch(filter)))).toEqual(filter);
        expect(isFiltered(filter)).toBe(filterSearch(filter) !== "");
      }),
    );
  });

  it("ignores what is no filter, empty values and repetitions", () => {
    const search = new URLSearchParams("role=user&role=user&size=&page=3&quality=kept");
    expect(filterFrom(search)).toEqual({ role: ["user"], quality: ["kept"] });
    expect(filterSearch({})).toBe("");
  });

  it("loses one value, or all of a key", () => {
    const filter = { role: ["user", "decider"], size: ["2-9"] };
    expect(filterWithout(filter, "role", "user")).toEqual({ role: ["decider"], size: ["2-9"] });
    expect(filterWithout(filter, "size", "2-9")).toEqual({ role: ["user", "decider"] });
    expect(filterWithout(filter, "role")).toEqual({ size: ["2-9"] });
  });
});

describe("the responses that pass", () => {
  it("are any of a key's values and all of the keys", () => {
    const evidence = [
      one(),
      one({ role: "decider" }),
      one({ companySize: "10-49" }),
      one({ role: "finance" }),
    ];
    expect(filterEvidence(evidence, { role: ["user", "decider"], size: ["2-9"] })).toEqual(
      evidence.slice(0, 2),
    );
    expect(filterEvidence(evidence, { region: ["-"] })).toEqual(evidence);
    expect(filterEvidence(evidence, { wave: ["gone"] })).toEqual([]);
  });

  it("leave out what a person excluded until it is asked for", () => {
    const evidence = [one(), one({ review: "excluded" }), one({ review: "kept" })];
    expect(filterEvidence(evidence, {})).toEqual([evidence[0], evidence[2]]);
    expect(filterEvidence(evidence, { quality: ["kept"] })).toEqual([evidence[2]]);
    expect(filterEvidence(evidence, { quality: ["excluded", "kept"] })).toEqual(evidence.slice(1));
  });

  it("are those without a flag where that is asked for, whatever was decided but for the excluded", () => {
    const evidence = [
      one({ id: "a" }),
      one({ id: "b", review: "kept" }),
      one({ id: "c", review: "excluded" }),
    ];
    expect(filterEvidence(evidence, { quality: ["unflagged"] }, new Set(["a"]))).toEqual([evidence[1]]);
    expect(filterEvidence(evidence, { quality: ["unflagged", "unreviewed"] }, new Set(["a", "b"]))).toEqual([
      evidence[0],
    ]);
  });

  it("are fewer with every further key, and as many as the facets count", () => {
    fc.assert(
      fc.property(fc.array(anyOne), fc.constantFrom(...filterKeys), (evidence, key) => {
        const counted = evidence.filter(({ review }) => review !== "excluded");
        const all = filterEvidence(evidence, {});
        expect(all).toEqual(counted);
        const facet = facetsOf(counted, {}).find((each) => each.key === key);
        for (const { value, count } of facet?.values ?? []) {
          const some = filterEvidence(evidence, { [key]: [value] });
          expect(some).toHaveLength(count);
          expect(filterEvidence(some, { role: ["user"] }).length).toBeLessThanOrEqual(some.length);
        }
      }),
    );
  });

  it("keep a chosen value on offer when nobody has it any more", () => {
    expect(facetsOf([one()], { collector: ["gone"] })).toEqual([
      {
        key: "collector",
        values: [
          { value: "link", count: 1 },
          { value: "gone", count: 0 },
        ],
      },
    ]);
  });
});
