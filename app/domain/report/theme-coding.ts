/** Coding open answers: what is to be read, how themes are counted, and how far two readers agree. */

import { cohenKappa, crossTable } from "../chain/kappa";
import { type ChainRole, chainRoles } from "../chain/role";
import type { Outcome } from "../outcome";
import type { MeasureKey } from "../questionnaire/measures";
import { type Evidence, read } from "./evidence";

/** The open questions that are coded, in the order of the bank. */
export const codedQuestions = [
  "anchor.problem-text",
  "decider.problem",
  "requester.scenario",
  "requester.current-problem",
  "user.stuck",
  "user.cause-text",
  "pmf.benefit",
  "pmf.improve",
  "pmf.alternative",
  "competitor.reasons",
] as const satisfies readonly MeasureKey[];
export type CodedQuestion = (typeof codedQuestions)[number];
export const isCodedQuestion = (key: string | null): key is CodedQuestion =>
  codedQuestions.some((one) => one === key);

export type OpenText = {
  responseId: string;
  role: ChainRole;
  companyId: string | null;
  text: string;
};

/** The answers to an open question, in the order in which they came in; blank ones are none. */
export const openTexts = (evidence: readonly Evidence[], question: CodedQuestion): OpenText[] =>
  evidence.flatMap((one) => {
    const text = read(one, question);
    return typeof text === "string" && text.trim() !== ""
      ? [{ responseId: one.id, role: one.role, companyId: one.companyId, text: text.trim() }]
      : [];
  });

export type Theme = { id: string; name: string; mergedInto: string | null };
export type Reading = { responseId: string; question: string; coder: string; themeIds: readonly string[] };

/** The theme under which a theme counts: itself, or the one it was merged into, however far. */
export function standingTheme(themes: readonly Theme[], id: string): string {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    const into = themes.find((one) => one.id === at)?.mergedInto;
    if (!into || seen.has(into)) return at;
    seen.add(at);
    at = into;
  }
}

export type Coding = { themes: readonly Theme[]; readings: readonly Reading[] };

/**
 * A column of the files: whether a theme was found in the answers to a question, by response, by anybody who read it or,
 * where several did, by one `reader`. A response nobody read is not in it.
 */
export type ThemeColumn = {
  /** `pmf.improve/theme/Speed`, and of one reader `pmf.improve/theme/Speed/reader 1`. */
  name: string;
  question: CodedQuestion;
  theme: string;
  reader: string | null;
  found: ReadonlyMap<string, boolean>;
};

/** The columns of what readers found, by question, theme and reader. */
export function themeColumns({ themes, readings }: Coding = { themes: [], readings: [] }): ThemeColumn[] {
  const standing = readings.map((one) => ({
    ...one,
    themeIds: one.themeIds.map((id) => standingTheme(themes, id)),
  }));
  return codedQuestions.flatMap((question) => {
    const own = standing.filter((one) => one.question === question);
    const readers = [...new Set(own.map(({ coder }) => coder))].sort();
    return themes
      .filter(({ id }) => own.some(({ themeIds }) => themeIds.includes(id)))
      .flatMap(({ id, name: theme }) =>
        [null, ...(readers.length > 1 ? readers : [])].map((reader): ThemeColumn => {
          const found = new Map<string, boolean>();
          for (const { responseId, coder, themeIds } of own)
            if (reader === null || coder === reader)
              found.set(responseId, found.get(responseId) === true || themeIds.includes(id));
          const name = [question, "theme", theme, ...(reader === null ? [] : [`reader ${reader}`])].join("/");
          return { name, question, theme, reader, found };
        }),
      );
  });
}

export type ThemeCount = {
  id: string;
  name: string;
  /** Answers in which at least one reader found it. */
  answers: number;
  companies: number;
  byRole: Partial<Record<ChainRole, number>>;
  /** Responses it was found in, at most three, for quoting. */
  examples: { responseId: string; role: ChainRole; text: string }[];
};

type Answers = Partial<Record<CodedQuestion, readonly OpenText[]>>;
const mostExamples = 3;

/** Every standing theme with what was found of it, most answers first; themes found nowhere come last. */
export function themeCounts(
  themes: readonly Theme[],
  readings: readonly Reading[],
  answers: Answers,
): ThemeCount[] {
  const found = new Map<string, Map<string, OpenText>>();
  const known = new Map(
    Object.entries(answers).flatMap(([question, own]) =>
      own.map((one) => [`${question}/${one.responseId}`, one] as const),
    ),
  );
  for (const { responseId, question, themeIds } of readings) {
    const answer = known.get(`${question}/${responseId}`);
    if (!answer) continue;
    for (const id of themeIds) {
      const standing = standingTheme(themes, id);
      const own = found.get(standing) ?? new Map<string, OpenText>();
      found.set(standing, own);
      own.set(`${question}/${responseId}`, answer);
    }
  }
  return themes
    .filter(({ mergedInto }) => mergedInto === null)
    .map(({ id, name }): ThemeCount => {
      const own = [...(found.get(id)?.values() ?? [])];
      const byRole: ThemeCount["byRole"] = {};
      for (const role of chainRoles) {
        const n = own.filter((one) => one.role === role).length;
        if (n > 0) byRole[role] = n;
      }
      return {
        id,
        name,
        answers: own.length,
        companies: new Set(own.flatMap(({ companyId }) => companyId ?? [])).size,
        byRole,
        examples: own
          .slice(0, mostExamples)
          .map(({ responseId, role, text }) => ({ responseId, role, text })),
      };
    })
    .sort((a, b) => b.answers - a.answers);
}

export type CoderAgreement = {
  coders: readonly [string, string];
  /** Null for every question together. */
  question: string | null;
  /** Answers both have read. */
  both: number;
  /** Over every theme of the question: found or not found, by answer. */
  kappa: Outcome<number>;
};

/**
 * Cohen's κ of every two readers over the answers both have read, over every question together and, of several, each by
 * itself: for each answer and each standing theme that anybody
 * found in that question, whether it was found. Themes of other questions, which nobody could find here, would feign
 * agreement. Ten answers read by both are too few to mean much; the screen says how many there are.
 */
export function coderAgreement(themes: readonly Theme[], readings: readonly Reading[]): CoderAgreement[] {
  const themesOf = new Map<string, Set<string>>();
  const byCoder = new Map<string, Map<string, Set<string>>>();
  for (const { responseId, question, coder, themeIds } of readings) {
    const own = byCoder.get(coder) ?? new Map<string, Set<string>>();
    byCoder.set(coder, own);
    const found = new Set(themeIds.map((id) => standingTheme(themes, id)));
    own.set(`${question}/${responseId}`, found);
    themesOf.set(question, new Set([...(themesOf.get(question) ?? []), ...found]));
  }
  const coders = [...byCoder.keys()];
  return coders.flatMap((first, at) =>
    coders.slice(at + 1).flatMap((second): CoderAgreement[] => {
      const [one, other] = [byCoder.get(first)!, byCoder.get(second)!];
      const shared = [...one.keys()].filter((key) => other.has(key));
      const questions = [...new Set(shared.map(questionOf))].sort();
      const over = (question: string | null): CoderAgreement => {
        const keys = shared.filter((key) => question === null || questionOf(key) === question);
        const marks = (own: Map<string, Set<string>>) =>
          keys.flatMap((key) =>
            [...(themesOf.get(questionOf(key)) ?? [])].map((id) => (own.get(key)!.has(id) ? 1 : 0)),
          );
        const table = crossTable(marks(one), marks(other), [0, 1]);
        const kappa = table.ok ? cohenKappa(table.value) : table;
        return {
          ...{ coders: [first, second], question, both: keys.length },
          kappa: kappa.ok ? { ok: true, value: kappa.value.kappa } : kappa,
        };
      };
      return [over(null), ...(questions.length > 1 ? questions.map(over) : [])];
    }),
  );
}

const questionOf = (key: string) => key.slice(0, key.indexOf("/"));

/** The responses in which somebody found a theme, or one that was merged into it. */
export function codedResponses(
  themeId: string,
  themes: readonly Theme[],
  readings: readonly Reading[],
): string[] {
  const wanted = standingTheme(themes, themeId);
  const found = readings.filter(({ themeIds }) =>
    themeIds.some((id) => standingTheme(themes, id) === wanted),
  );
  return [...new Set(found.map(({ responseId }) => responseId))];
}

/** The answers in which somebody found a theme, or one that was merged into it, by response; of several, the first. */
export function codedWith(
  themeId: string,
  given: { themes: readonly Theme[]; readings: readonly Reading[]; evidence: readonly Evidence[] },
): Map<string, string> {
  const { themes, readings, evidence } = given;
  const wanted = standingTheme(themes, themeId);
  const byId = new Map(evidence.map((one) => [one.id, one]));
  const found = new Map<string, string>();
  for (const { responseId, question, themeIds } of readings) {
    if (found.has(responseId) || !isCodedQuestion(question)) continue;
    if (!themeIds.some((id) => standingTheme(themes, id) === wanted)) continue;
    const one = byId.get(responseId);
    const text = one && read(one, question);
    if (typeof text === "string" && text.trim() !== "") found.set(responseId, text.trim());
  }
  return found;
}
