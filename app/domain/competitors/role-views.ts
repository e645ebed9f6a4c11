/** What each role of the chain looks at when it compares products, as figures side by side. */
import type { ChainRole } from "../chain/role";
import type { AnchorAttribute } from "../questionnaire/answer-options";
import { type Evidence, isRecord, numberCompanies, read } from "../report/evidence";
import { type Mean, meanOf } from "../report/tallies";
import { rowsOfNeed } from "./claim-check";
import type { WeighedFeature } from "./feature-weights";
import { type CellOf, matrixScores } from "./matrix-scores";
import { meanRating, rivalRatings } from "./rival-ratings";

/** Roles with a view of their own: what they compare differs by kind, not by weight alone. */
const viewRoles = ["decider", "user", "requester"] as const satisfies readonly ChainRole[];
export type ViewRole = (typeof viewRoles)[number];

export type Criterion =
  | "functions"
  | "price"
  | "service"
  | "scenario"
  | "smoothness"
  | "interface"
  | "overall";

/** One figure of one product. A count says of how many known features; a rating its interval and n. */
export type RoleFigure =
  | { kind: "count"; yes: number; partial: number; known: number }
  | { kind: "price"; price: number }
  | { kind: "score"; score: number; known: number }
  | { kind: "rating"; mean: Mean }
  | null;

export type RoleView = {
  role: ViewRole;
  criteria: {
    criterion: Criterion;
    /** By vendor, in the order given. */
    figures: RoleFigure[];
    /** Places of the best vendors; none where fewer than two are known. */
    best: number[];
  }[];
};

type Given = {
  evidence: readonly Evidence[];
  features: readonly WeighedFeature[];
  vendors: readonly string[];
  /** The price a buyer meets first, by vendor. */
  priceOf: (vendor: string) => number | null;
  cellOf: CellOf;
};

/** How the requesters who compared a product found it as a whole, by vendor. */
function overallRatings(evidence: readonly Evidence[]): Map<string, Mean> {
  const companyOf = numberCompanies();
  const given = new Map<string, { companies: number[]; values: number[] }>();
  for (const one of evidence) {
    const rows = read(one, "requester.compared");
    if (!isRecord(rows)) continue;
    const company = companyOf(one);
    for (const [vendor, rating] of Object.entries(rows)) {
      if (typeof rating !== "number") continue;
      const own = given.get(vendor) ?? { companies: [], values: [] };
      given.set(vendor, own);
      own.companies.push(company);
      own.values.push(rating);
    }
  }
  return new Map(
    [...given].flatMap(([vendor, { companies, values }]) => {
      const mean = meanOf(companies, values);
      return mean ? [[vendor, mean] as const] : [];
    }),
  );
}

/** A figure as a number of which more is better; null when there is none. */
function worth(figure: RoleFigure): number | null {
  if (figure === null) return null;
  if (figure.kind === "count") return figure.yes + figure.partial / 2;
  if (figure.kind === "price") return -figure.price;
  return figure.kind === "score" ? figure.score : figure.mean.mean;
}

function bestOf(figures: readonly RoleFigure[]): number[] {
  const known = figures.map(worth);
  const numbers = known.filter((one) => one !== null);
  if (numbers.length < 2) return [];
  const top = Math.max(...numbers);
  return known.flatMap((one, at) => (one === top ? [at] : []));
}

/**
 * The three views: a decider compares how many functions there are, the price and the service; a user whether the
 * scenario is solved, how smooth it is and its interface, as those who tried each product rate it; a requester, who
 * reports to the decider, the functions, the service and the whole as they compared it.
 */
export function roleViews({ evidence, features, vendors, priceOf, cellOf }: Given): RoleView[] {
  const byUsers = rivalRatings(evidence, "user");
  const overall = overallRatings(evidence);
  const ofNeed = (...needs: AnchorAttribute[]) =>
    features.filter(({ need }) => need !== null && needs.includes(need));
  const scoreOf = matrixScores(features, vendors, cellOf);
  // What is measured is not a function that one has or lacks.
  const functions = features.filter(
    ({ need, measure }) => need !== "price" && need !== "service" && !measure,
  );

  const count = (vendor: string): RoleFigure => {
    const cells = functions.flatMap(({ id }) => {
      const support = cellOf(id, vendor)?.support ?? "unknown";
      return support === "unknown" ? [] : [support];
    });
    const of = (support: string) => cells.filter((one) => one === support).length;
    return cells.length > 0
      ? { kind: "count", yes: of("yes"), partial: of("partial"), known: cells.length }
      : null;
  };
  const price = (vendor: string): RoleFigure => {
    const known = priceOf(vendor);
    return known === null ? null : { kind: "price", price: known };
  };
  const service = (vendor: string): RoleFigure => {
    const scores = ofNeed("service").flatMap(({ id }) => scoreOf(id, vendor) ?? []);
    const sum = scores.reduce((total, score) => total + score, 0);
    return scores.length > 0 ? { kind: "score", score: sum / scores.length, known: scores.length } : null;
  };
  const rating =
    (rows: readonly string[]) =>
    (vendor: string): RoleFigure => {
      const mean = meanRating(byUsers, vendor, rows);
      return mean ? { kind: "rating", mean } : null;
    };
  const whole = (vendor: string): RoleFigure => {
    const mean = overall.get(vendor);
    return mean ? { kind: "rating", mean } : null;
  };
  const solving = functions.flatMap(({ asked, need }) =>
    asked !== null && need !== "smooth-use" && need !== "interface" ? [asked] : [],
  );
  const criterion = (name: Criterion, figureOf: (vendor: string) => RoleFigure) => {
    const figures = vendors.map(figureOf);
    return { criterion: name, figures, best: bestOf(figures) };
  };
  return [
    {
      role: "decider",
      criteria: [criterion("functions", count), criterion("price", price), criterion("service", service)],
    },
    {
      role: "user",
      criteria: [
        criterion("scenario", rating(solving)),
        criterion("smoothness", rating(rowsOfNeed("smooth-use", features))),
        criterion("interface", rating(rowsOfNeed("interface", features))),
      ],
    },
    {
      role: "requester",
      criteria: [
        criterion("overall", whole),
        criterion("functions", count),
        criterion("service", service),
        criterion("price", price),
      ],
    },
  ];
}
