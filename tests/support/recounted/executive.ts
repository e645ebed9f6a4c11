/** The page for leadership: five questions, what is still unknown, and a line each with what it rests on. */
import { expect } from "vitest";
import { sampleBrief } from "~/domain/study/sample-brief";
import { leadOf } from "../recount";
import { type Answers, companyOf, fitOf, judged, roles } from "../recount-answers";
import { type Recount, says } from "../recounting";
import type { SampledReport } from "../sampled-report";
import { certainGaps, patternsIn } from "./chain";
import { opportunityIn } from "./figures";
import { fitRoles, fitVerdict, monthsWithoutLoss, usedOften } from "./fit";
import { headroomOf } from "./market";

/** We win where our lead over everybody is certain, and lose where the one chosen most is certainly ahead. */
function rivalryOf(answers: Answers, role: string): "win" | "lose" | "tie" {
  const chosen = answers.given(role, "anchor.choice");
  const rivals = [...sampleBrief.competitors.map(({ id }) => id), "status-quo"];
  if (leadOf(chosen).interval[1] < 0) return "lose";
  return rivals.every((rival) => leadOf(chosen, rival).interval[0] > 0) ? "win" : "tie";
}

function chainNumbers(answers: Answers): number[] {
  const patterns = patternsIn(answers);
  const of = (pattern: string) => patterns.filter((one) => one === pattern).length;
  return [patterns.length, of("for"), of("against"), of("decider-only"), of("users-only")];
}

const lacking = (answers: Answers, role: string) =>
  answers.companies.filter((company) => !answers.of(role).some((row) => companyOf(row) === company)).length;

/** Yes, no, or open where the roles differ. */
const summed = (states: readonly string[]) => (states.every((one) => one === states[0]) ? states[0] : "open");
const stateOf = { above: "yes", below: "no", undecided: "open" } as const;
const wonState = { win: "yes", lose: "no", tie: "open" } as const;

function unknownsIn({ answers, books, rule, markets }: SampledReport) {
  const fits = fitRoles.flatMap((role) => {
    const { verdict, more, score } = fitVerdict(answers, role);
    const { n, k, companies } = score;
    return verdict === "undecided"
      ? [{ key: `fit/${role}`, numbers: [more], people: { n, k }, companies: companies as number | null }]
      : [];
  });
  const rivals = roles.flatMap((role) =>
    rivalryOf(answers, role) === "tie"
      ? [
          {
            ...{ key: `rivals/${role}`, numbers: [], companies: null },
            people: { n: answers.given(role, "anchor.choice").length },
          },
        ]
      : [],
  );
  const { n, k, companies, interval } = fitOf(answers, "user").frequency;
  const often = judged(interval, usedOften) === "undecided";
  const months = monthsWithoutLoss(books);
  const early = months < rule.monthsRequired && months === books.length;
  const openRoom = headroomOf(markets[0]!.model) === "undecided";
  const market = [
    ...(openRoom ? [{ key: "market/room", numbers: [], people: null, companies: null }] : []),
    ...(often ? [{ key: "gates/frequency", numbers: [], people: { n, k }, companies }] : []),
    ...(early ? [{ key: "gates/breakEven", numbers: [], people: null, companies: null }] : []),
  ];
  const voices = roles.flatMap((role) => {
    const missing = lacking(answers, role);
    const all = answers.companies.length;
    return missing > 0
      ? [{ key: `voices/${role}`, numbers: [missing, all], people: null, companies: all }]
      : [];
  });
  // A subject's second question stands after every subject's first.
  const ranked = [fits, rivals, market, voices].flatMap((asked, subject) =>
    asked.map((one, turn) => ({ one, place: 10 * turn + subject })),
  );
  return ranked
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
    .slice(0, 6);
}

export function recountExecutive(recount: Recount) {
  recount(["executive/brief"], ({ block, blocksOf: _, ...sample }) => {
    const { answers, markets } = sample;
    const told = block("executive/brief", "brief").answers;
    const patterns = patternsIn(answers).filter((one) => one !== "unheard");
    const aligned = ["for", "against"].find((one) => patterns.every((pattern) => pattern === one));
    const fits = fitRoles.map((role) => fitVerdict(answers, role).verdict!);
    const best = answers
      .parts("user.feature-importance")
      .map((feature) => ({ feature, score: opportunityIn(answers, feature).value }))
      .sort((a, b) => b.score - a.score)[0]!;
    const states = {
      fit: summed(fits.map((one) => stateOf[one])),
      chain: aligned === "for" ? "yes" : aligned === "against" ? "no" : "open",
      rivals: summed(roles.map((role) => wonState[rivalryOf(answers, role)])),
      market: stateOf[headroomOf(markets[0]!.model)],
      next: "yes",
    };
    expect(Object.fromEntries(told.map(({ key, state }) => [key, state]))).toEqual(states);
    const answer = (key: string) => told.find((one) => one.key === key)!;
    for (const key of ["fit", "rivals", "market"]) says(answer(key).answer, []);
    says(answer("chain").answer, chainNumbers(answers));
    const name = sampleBrief.features?.find(({ id }) => id === best.feature)?.name;
    expect(answer("next").answer.en).toContain(typeof name === "string" ? name : name?.en);
    expect(answer("next").figures.map(({ key }) => key)).toEqual([`opportunity/${best.feature}`]);
    expect(answer("fit").figures.map(({ key }) => key)).toEqual(["pmf/user/score"]);
    expect(answer("market").figures.map(({ key }) => key)).toEqual(["market/chance"]);
  });

  recount(["executive/unknowns"], ({ block, blocksOf: _, ...sample }) => {
    const told = block("executive/unknowns", "unknowns").unknowns;
    const wanted = unknownsIn(sample);
    expect(told.map(({ key, people, companies }) => ({ key, people, companies }))).toEqual(
      wanted.map(({ key, people, companies }) => ({ key, people, companies })),
    );
    told.forEach(({ text }, at) => {
      says(text, wanted[at]!.numbers);
    });
  });

  recount(
    [
      ...fitRoles.map((role) => `executive/fit/${role}`),
      ...["executive/chain", "executive/choice", "executive/rivals/*", "executive/market"],
      ...["executive/differences", "executive/coverage"],
    ],
    ({ block, blocksOf, ...sample }) => {
      const { answers, markets } = sample;
      const line = (key: string) => block(`executive/${key}`, "headline");
      for (const role of fitRoles) {
        const { verdict, more } = fitVerdict(answers, role);
        const { text, plain } = line(`fit/${role}`);
        const word = { above: "above the threshold", below: "below the threshold", undecided: "undecided" };
        expect(text.en).toContain(word[verdict!]);
        says(text, more > 0 ? [more] : []);
        says(plain, []);
      }
      says(line("chain").text, chainNumbers(answers));
      says(line("choice").text, []);
      expect(line("choice").figures).toHaveLength(roles.length);
      const rivalries = blocksOf("executive/rivals/", "headline");
      expect(rivalries).toHaveLength(roles.length);
      for (const { role, text } of rivalries) {
        const word = { win: "we win", tie: "neither we", lose: "we lose" };
        expect(text.en).toContain(word[rivalryOf(answers, role!)]);
        says(text, []);
      }
      const room = { above: "is big enough:", below: "is too small", undecided: "is undecided" };
      expect(line("market").text.en).toContain(room[headroomOf(markets[0]!.model)]);
      const { certain } = certainGaps(answers);
      says(line("differences").text, certain.length > 0 ? [certain.length] : []);
      const complete =
        answers.companies.length -
        answers.companies.filter((company) =>
          roles.some((role) => !answers.of(role).some((row) => companyOf(row) === company)),
        ).length;
      says(line("coverage").text, [complete, answers.companies.length]);
    },
  );
}
