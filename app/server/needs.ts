/** The need tree and the coding of open answers: what the screens read, with words cut on the server. */

import { listEvidence } from "~/data/evidence";
import { listMembers } from "~/data/members";
import type { Study } from "~/data/studies";
import { listReadings, listThemes } from "~/data/themes";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import { blankCell } from "~/domain/competitors/matrix-cell";
import type { Language } from "~/domain/language";
import type { Evidence } from "~/domain/report/evidence";
import { type NeedBranch, needTreeSteps } from "~/domain/report/need-tree";
import {
  type CodedQuestion,
  codedQuestions,
  coderAgreement,
  isCodedQuestion,
  type OpenText,
  openTexts,
  standingTheme,
  themeCounts,
} from "~/domain/report/theme-coding";
import { oneSeed } from "~/domain/seed";
import { compareWords, distinctiveWords } from "~/domain/text/distinctive-words";
import { segment } from "~/domain/text/segment";
import { similarAnswers } from "~/domain/text/similar-answers";
import { contentWords } from "~/domain/text/stop-words";
import type { Store } from "~db/client";
import { readMatrix } from "./competitors";
import { readKeptFiltered } from "./kept-filtered";

const inStudy = (study: Study) => ({ workspaceId: study.workspaceId, studyId: study.id });

type Texts = Record<CodedQuestion, OpenText[]>;
const textsOf = (evidence: readonly Evidence[]) =>
  Object.fromEntries(
    codedQuestions.map((question) => [question, openTexts(evidence, question)] as const),
  ) as Texts;

async function readThemes(store: Store, study: Study) {
  const where = inStudy(study);
  const [themes, readings, members] = await Promise.all([
    listThemes(store, where),
    listReadings(store, where),
    listMembers(store, where),
  ]);
  const coders = [...new Set(readings.map(({ coder }) => coder))];
  /** A reader who is no member (any more) has a number. */
  const nameOf = (coder: string) => members.find(({ id }) => id === coder)?.name ?? coders.indexOf(coder) + 1;
  return { themes, readings, nameOf };
}

/** The features of the matrix that serve each need, with what every product can do: `coverage[need]`. */
async function readCoverage(store: Store, study: Study, tree: readonly NeedBranch[]) {
  const { features, vendors, cells } = await readMatrix(store, study);
  const byPlace = new Map(cells.map((cell) => [`${cell.featureId}/${cell.vendor}`, cell]));
  return Object.fromEntries(
    tree.map(({ need, features: missed }) => [
      need,
      features
        .filter((one) => one.need === need || missed.some(({ value }) => value === one.asked))
        .map(({ id, name, asked }) => ({
          ...{ id, name, asked },
          cells: vendors.map(({ key, name: vendor }) => {
            const { support, quality } = byPlace.get(`${id}/${key}`) ?? blankCell;
            return { vendor, support, quality };
          }),
        })),
    ]),
  );
}

/** What rests on the answers alone: however their themes are named, it stays. */
function* needSteps(evidence: readonly Evidence[]) {
  const tree = yield* needTreeSteps(evidence, { seed: oneSeed });
  return { tree, answers: textsOf(evidence) };
}

/** The tree, the themes found so far, and how far coding has come, of the responses that pass a page's filter. */
export async function readNeeds(
  store: Store,
  given: { request: Request; study: Study; language: Language; now: number },
) {
  const { study } = given;
  const [{ result, filter, pending, catchingUp }, { themes, readings, nameOf }] = await Promise.all([
    readKeptFiltered(
      store,
      { ...given, page: "needs" },
      {
        kind: "needs",
        readAround: async () => null,
        compute: async ({ evidence }) => needSteps(evidence),
      },
    ),
    readThemes(store, study),
  ]);
  const { tree, answers } = result ?? { tree: [], answers: textsOf([]) };
  return {
    ...{ filter, pending, catchingUp, tree },
    coverage: await readCoverage(store, study, tree),
    themes: themeCounts(themes, readings, answers),
    merged: themes.flatMap(({ id, name, mergedInto }) =>
      mergedInto === null
        ? []
        : [{ id, name, into: themes.find((one) => one.id === standingTheme(themes, id))?.name ?? "" }],
    ),
    questions: codedQuestions.flatMap((question) => {
      const all = answers[question];
      const read = new Set(readings.filter((one) => one.question === question).map((one) => one.responseId));
      const done = all.filter(({ responseId }) => read.has(responseId));
      return all.length > 0 ? [{ question, answers: all.length, read: done.length }] : [];
    }),
    agreement: coderAgreement(themes, readings).map(({ coders, question, both, kappa }) => ({
      ...{ both, kappa, question: isCodedQuestion(question) ? question : null },
      coders: coders.map(nameOf),
    })),
  };
}

const words = (text: string) => contentWords(segment(text));
const mostWords = 8;
const mostSimilar = 5;

/** Words that mark each role's answers out, and those that part deciders from users. */
function wordsOf(texts: readonly { role: ChainRole; words: readonly string[] }[]) {
  const groups = chainRoles.flatMap((role) => {
    const own = texts.filter((one) => one.role === role).flatMap((one) => one.words);
    return own.length > 0 ? [{ group: role as string, words: own }] : [];
  });
  const distinctive = distinctiveWords(groups, mostWords);
  const [decider, user] = ["decider", "user"].map((role) => groups.find(({ group }) => group === role));
  const compared = decider && user ? compareWords(decider, user) : null;
  const apart = compared?.ok ? compared.value.filter(({ score }) => Math.abs(score) > 1.96) : [];
  return {
    byRole: distinctive.ok
      ? distinctive.value.map(({ group, words: own }) => ({
          role: group as ChainRole,
          words: own.map(({ word, count }) => ({ word, count })),
        }))
      : [],
    deciders: apart
      .filter(({ score }) => score > 0)
      .slice(0, mostWords)
      .map(({ word }) => word),
    users: apart
      .filter(({ score }) => score < 0)
      .slice(-mostWords)
      .reverse()
      .map(({ word }) => word),
  };
}

type Wanted = { question: CodedQuestion; responseId: string | null; coder: string };

/** One answer to read: the one asked for, or the first that this reader has not read; null when there is none. */
export async function readCoding(store: Store, study: Study, { question, responseId, coder }: Wanted) {
  const [{ themes, readings }, evidence] = await Promise.all([
    readThemes(store, study),
    listEvidence(store, inStudy(study)),
  ]);
  const answers = textsOf(evidence);
  const texts = answers[question];
  const own = readings.filter((one) => one.question === question && one.coder === coder);
  const done = new Set(own.map((one) => one.responseId));
  const unread = texts.findIndex((one) => !done.has(one.responseId));
  const wanted = responseId === null ? unread : texts.findIndex((one) => one.responseId === responseId);
  const at = wanted >= 0 ? wanted : responseId === null && texts.length > 0 ? texts.length - 1 : -1;
  const answer = texts[at];
  // The first nine have keys: those found in this question come first.
  const used = themeCounts(
    themes,
    readings.filter((one) => one.question === question),
    answers,
  );
  const standing = used.flatMap(({ id }) => themes.find((one) => one.id === id) ?? []);
  const cut = texts.map(({ responseId: id, role, text }) => ({ id, role, words: words(text) }));
  const similar = answer ? similarAnswers(cut, answer.responseId, { limit: mostSimilar }) : [];
  const themesOf = (id: string) =>
    new Set(
      readings
        .filter((one) => one.question === question && one.responseId === id)
        .flatMap(({ themeIds }) => themeIds.map((theme) => standingTheme(themes, theme))),
    );
  const suggested = new Set(similar.flatMap(({ id }) => [...themesOf(id)]));
  return {
    question,
    read: done.size,
    answers: texts.length,
    place: at + 1,
    allRead: unread < 0,
    answer: answer ?? null,
    previous: texts[at - 1]?.responseId ?? null,
    next: texts[at + 1]?.responseId ?? null,
    chosen:
      own
        .find((one) => one.responseId === answer?.responseId)
        ?.themeIds.map((id) => standingTheme(themes, id)) ?? [],
    themes: standing.map(({ id, name }) => ({ id, name, suggested: suggested.has(id) })),
    similar: similar.flatMap(({ id }) => {
      const text = texts.find((one) => one.responseId === id);
      return text
        ? [
            {
              ...text,
              themes: [...themesOf(id)].flatMap(
                (theme) => standing.find((one) => one.id === theme)?.name ?? [],
              ),
            },
          ]
        : [];
    }),
    words: wordsOf(cut),
  };
}
