/** Insights that set one side against another: two roles of a company, or a rival and us. */
import type { ReportInsight } from "~/domain/report/document/report-document";
import { errorShares } from "~/domain/report/insight";
import { sampleBrief } from "~/domain/study/sample-brief";
import { average, type CsvRow, total } from "../recount";
import { type Answers, companyOf, numberAt, roles } from "../recount-answers";
import {
  beyondT,
  chanceBySigns,
  chanceOfMean,
  chancesInSegment,
  chancesOfAgreement,
  type Series,
} from "../recount-families";
import type { SampledReport } from "../sampled-report";
import { attributesIn } from "./chain";
import {
  around,
  choice,
  known,
  less,
  ourDraws,
  peopleOf,
  rating,
  segmentOf,
  varianceOf,
  type Wanted,
} from "./insight-parts";

/** Everything two roles can differ on: sixteen ratings, and whether they would choose us. */
function gapSeries(answers: Answers, pairs: readonly (readonly string[])[]) {
  return pairs.flatMap(([first, second]) => {
    const row = (of: (row: CsvRow) => number | null) =>
      less(answers.byCompany(first!, of), answers.byCompany(second!, of));
    const ratings = ["anchor.importance", "anchor.satisfaction"].flatMap((measure) =>
      attributesIn(answers).map((item) => ({
        ...{ measure, item, row: row(rating(`${measure}/${item}`)), floor: 1 / 6 },
      })),
    );
    const chosen = { measure: "anchor.choice", item: "us", row: row(choice("us")), floor: 0.05 };
    return [...ratings, chosen].map((one) => ({ ...one, pair: `${first},${second}` }));
  });
}

export function contradiction({ answers }: SampledReport, { about }: ReportInsight): Wanted {
  const ordered = roles.filter((role) => about.roles!.includes(role as "user"));
  const main = ordered.join() === "decider,user";
  const series = gapSeries(
    answers,
    main
      ? [ordered]
      : [
          ["decider", "requester"],
          ["user", "requester"],
        ],
  );
  const at = series.findIndex(
    (one) => one.pair === ordered.join() && one.measure === about.measure && one.item === about.item,
  );
  const { row, floor } = series[at]!;
  const sign = ordered[0] === about.roles![0] ? 1 : -1;
  const { all, at: segment, places } = segmentOf(answers, about);
  // The two looks of the other pairs share one part of the error.
  const [looks, ofAll, ofParts] = main
    ? [1, errorShares["gap-decider-user"], errorShares["gap-segment"]]
    : [2, errorShares["gap-other"], errorShares["gap-other"]];
  const whole = { p: looks * chanceOfMean(series, at, ourDraws, 3), share: ofAll, drawn: true };
  const isHeld = (place: number) => row[place] !== null && (!places || places.includes(place));
  const held = answers.companies.flatMap((_, place) => (isHeld(place) ? [place] : []));
  const given = about.measure === "anchor.choice" ? choice("us") : rating(`${about.measure}/${about.item}`);
  const n = peopleOf(answers, ordered, held).filter((one) => given(one) !== null).length;
  const turned = ([low, high]: [number, number]): [number, number] =>
    sign > 0 ? [low, high] : [-high, -low];
  if (!places) {
    const values = known(row);
    const interval = turned(around(values, floor));
    return {
      figures: [{ value: sign * average(values), interval, n, companies: values.length }],
      sure: whole,
    };
  }
  const found = chancesInSegment(series, all, { item: at, segment }, ourDraws, 4);
  const part = { p: looks * found.inSegment, share: ofParts, drawn: true };
  const surer = found.apart <= 0.05 && whole.p / whole.share < part.p / part.share;
  const companies = places.filter((place) => row[place] !== null).length;
  return {
    figures: [{ value: sign * found.mean, interval: turned(found.interval), n, companies }],
    sure: surer ? whole : part,
  };
}

export function agreement({ answers }: SampledReport, { about }: ReportInsight): Wanted {
  const [first, second] = about.roles!;
  const looks = 17 * 3;
  /** Who gave an answer, in companies in which both roles did. */
  const behind = (given: (row: CsvRow) => number | null) => {
    const [one, other] = [first!, second!].map((role) => answers.byCompany(role, given));
    const places = one!.flatMap((a, place) => (a === null || other![place] === null ? [] : [place]));
    return peopleOf(answers, [first!, second!], places).filter((row) => given(row) !== null).length;
  };
  if (about.measure === "anchor.choice") {
    const pairs = answers.companies.flatMap((company) => {
      const [one, other] = [first!, second!].map((role) =>
        answers
          .given(role, "anchor.choice")
          .filter((row) => companyOf(row) === company)
          .map((row) => row["anchor.choice"]!),
      );
      return one!.length > 0 && other!.length > 0 ? [[one!, other!] as const] : [];
    });
    const shareOf = (side: 0 | 1, value: string) =>
      average(pairs.map((pair) => pair[side].filter((one) => one === value).length / pair[side].length));
    const likely = total(
      [...new Set(pairs.flatMap(([one]) => one))].map((value) => shareOf(0, value) * shareOf(1, value)),
    );
    const same = pairs.map(([one, other]) => average(one.flatMap((a) => other.map((b) => Number(a === b)))));
    const error = Math.sqrt(Math.max(varianceOf(same), 0.05) / same.length);
    const t = (average(same) - likely - 0.5 * (1 - likely)) / error;
    const tail = beyondT(t, same.length - 1) / 2;
    return {
      figures: [
        {
          ...{ value: average(same), interval: around(same, 0.05, [0, 1]), n: behind(choice("us")) },
          companies: same.length,
        },
      ],
      sure: { p: looks * (t < 0 ? 1 - tail : tail), share: errorShares.agreement, drawn: false },
    };
  }
  const column = `${about.measure}/${about.item}`;
  const [one, other] = [first!, second!].map((role) => answers.byCompany(role, rating(column)));
  const pairs = one!.flatMap((a, at) =>
    a === null || other![at] === null ? [] : [[a, other![at]!] as const],
  );
  const { gap, close } = chancesOfAgreement(pairs);
  const interval = around(
    pairs.map(([a, b]) => a - b),
    0,
  );
  return {
    figures: [{ value: gap, interval, n: behind(rating(column)), companies: pairs.length }],
    sure: { p: looks * close, share: errorShares.agreement, drawn: false },
  };
}

/** A rival's lead in a role, or ours: the rival's share or rating less ours, company by company. */
export function lead({ answers }: SampledReport, { about, kind }: ReportInsight): Wanted {
  const [role] = about.roles!;
  const seriesOf = (of: string): (Series & { measure: string; rival: string })[] => [
    ...[...sampleBrief.competitors.map(({ id }) => id), "status-quo"].map((rival) => ({
      ...{ measure: "anchor.choice", rival, floor: 0.05 },
      row: less(answers.byCompany(of, choice(rival)), answers.byCompany(of, choice("us"))),
    })),
    ...(of === "requester" ? answers.parts("requester.compared").filter((one) => one !== "us") : []).map(
      (rival) => {
        const both = (row: CsvRow) => {
          const [theirs, ours] = [rival, "us"].map((one) => numberAt(row, `requester.compared/${one}`));
          return theirs === null || ours === null ? null : theirs! - ours!;
        };
        return {
          ...{ measure: "requester.compared", rival, floor: 1 / 6 },
          row: answers.byCompany(of, both),
        };
      },
    ),
  ];
  const { all, at: segment, places } = segmentOf(answers, about);
  const series = places ? roles.flatMap(seriesOf) : seriesOf(role!);
  const at =
    series.findIndex(({ measure, rival }) => measure === about.measure && rival === about.rival) +
    (places ? roles.slice(0, roles.indexOf(role as "user")).flatMap(seriesOf).length : 0);
  const { row, floor } = series[at]!;
  const sign = kind === "threat" ? 1 : -1;
  const gave = (one: CsvRow, vendor: string) =>
    about.measure === "anchor.choice"
      ? choice(vendor)(one) !== null
      : numberAt(one, `requester.compared/${vendor}`) !== null;
  const n = peopleOf(answers, [role!], places).filter(
    (one) => gave(one, about.rival!) && gave(one, "us"),
  ).length;
  if (places) {
    const { mean, inSegment } = chancesInSegment(series, all, { item: at, segment }, ourDraws, 6);
    return {
      figures: [{ value: sign * mean, n }],
      sure: { p: inSegment, share: errorShares["rival-segment"], drawn: true },
    };
  }
  const values = known(row);
  const [low, high] = around(values, floor);
  const requester = role === "requester";
  const part = (requester ? 0.75 : 0.25) * (kind === "threat" ? 0.75 : 0.25);
  return {
    figures: [
      {
        value: sign * average(values),
        interval: sign > 0 ? [low, high] : [-high, -low],
        n,
        companies: values.length,
      },
    ],
    sure: {
      p: (requester ? 1 : roles.length - 1) * 0.5 * chanceBySigns(series, at, ourDraws, 7),
      ...{ share: errorShares.rival * part, drawn: true },
    },
  };
}
