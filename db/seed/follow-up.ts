/** What a team does after its first wave: reads the open answers and codes them, and asks some companies again. */
import { listEvidence } from "../../app/data/evidence";
import { insertTheme, saveReading } from "../../app/data/themes";
import { insertWave } from "../../app/data/waves";
import { type CodedQuestion, openTexts } from "../../app/domain/report/theme-coding";
import type { Store } from "../client";
import { chance, type Random, seededRandom } from "./distributions";
import { answer, openField, sampleCompanies, seedSample } from "./sample";

type Study = { workspaceId: string; studyId: string };

const seed = 7;
const day = 24 * 60 * 60 * 1000;
/** Weeks between the two waves, and how long the second stays in the field. */
const pause = 5 * 7 * day;
const fieldDays = 9;
const askedAgain = 14;
/** By how much companies lean to the product more than before. */
const wonOver = 2.2;

type Book = readonly (readonly [name: string, words: RegExp])[];

const pains: Book = [
  ["钱花得看不清 · Unclear where the money goes", /钱|成本|费|预算|cost|fee|money|price/i],
  ["手工重复 · Work by hand", /筛|手工|表|重复|by eye|by hand|sheet|CV|minutes/i],
  ["反馈慢 · Slow answers", /反馈|迟|催|慢|late|push|slow|wait/i],
  ["手机上不好用 · Awkward on a phone", /手机|出差|phone|travel/i],
];
const benefits: Book = [
  ["省时间 · Saves time", /时间|time/i],
  ["资料在一处 · All in one place", /一个地方|one place/i],
  ["进度看得见 · Progress in sight", /进度|stands/i],
];
const wishes: Book = [
  ["筛选更准 · Sharper screening", /筛|screening/i],
  ["手机上审批 · Approval on a phone", /手机|phone/i],
  ["给老板的成本报表 · A cost report for the boss", /报表|report/i],
  ["打通企业微信 · Linked with WeCom", /微信|WeCom/i],
];
/** Two read; the second reads some of what the first has read, and does not always agree. */
const mostRead = { first: 30, second: 20 } as const;
/** The score's open questions are read by one, all of them: so the split speaks in themes. */
const everything = { first: Number.POSITIVE_INFINITY, second: 0 } as const;
const readings: readonly {
  questions: readonly CodedQuestion[];
  book: Book;
  most: typeof mostRead | typeof everything;
}[] = [
  { questions: ["anchor.problem-text", "user.cause-text"], book: pains, most: mostRead },
  { questions: ["pmf.benefit"], book: benefits, most: everything },
  { questions: ["pmf.improve"], book: wishes, most: everything },
];
const disagrees = 0.12;

async function codeAnswers(store: Store, where: Study, random: Random, now: number): Promise<void> {
  const evidence = await listEvidence(store, where);
  const read = (coder: string, question: CodedQuestion, responseId: string, themeIds: string[]) =>
    saveReading(store, { ...where, coder, question, responseId, themeIds, now });
  let at = now;
  for (const { questions, book, most } of readings) {
    const ids: string[] = [];
    for (const [name] of book)
      ids.push(await insertTheme(store, { ...where, name, createdBy: "sample", now: at++ }));
    for (const question of questions)
      for (const [place, { responseId, text }] of openTexts(evidence, question)
        .slice(0, most.first)
        .entries()) {
        const found = book.flatMap(([, words], theme) => (words.test(text) ? ids[theme]! : []));
        await read("sample-1", question, responseId, found);
        if (place >= most.second) continue;
        const other = ids.filter((id) => found.includes(id) !== chance(random, disagrees));
        await read("sample-2", question, responseId, other);
      }
  }
}

async function fieldAgain(store: Store, where: Study, random: Random, now: number): Promise<void> {
  const begin = now - (fieldDays + 1) * day;
  const waveId = await insertWave(store, { ...where, number: 2, name: "", now: begin });
  if (waveId === null) throw new Error("The sample has had its second wave");
  const field = await openField(store, where, { waveId, begin, days: fieldDays });
  const { companies } = sampleCompanies();
  for (const company of companies.slice(0, askedAgain)) {
    const later = { ...company, leaning: company.leaning + wonOver };
    for (const role of ["decider", "user", "user", "user"] as const)
      await answer(store, field, { company: later, role, random: seededRandom(random() * 2 ** 32) });
  }
}

/** The sample study as a team would have it after two waves: answers coded by two readers, and some companies asked again. */
export async function seedFollowedSample(
  store: Store,
  { workspaceId, now }: { workspaceId: string; now: number },
): Promise<string> {
  const studyId = await seedSample(store, { workspaceId, now, fielded: now - pause });
  const where = { workspaceId, studyId };
  const random = seededRandom(seed);
  await codeAnswers(store, where, random, now - pause);
  await fieldAgain(store, where, random, now);
  return studyId;
}
