/** What people found when they read the open answers, and how far two who read the same ones agree. */
import { chainRoles } from "../../chain/role";
import type { LocalText } from "../../language";
import { itemsOf } from "../../questionnaire/by-measure";
import type { Evidence } from "../evidence";
import { codedQuestions, coderAgreement, openTexts, themeCounts } from "../theme-coding";
import type { Block, Cell } from "./report-document";
import type { ReportContext } from "./report-input";
import { asIs, both, count, rolePlural, say } from "./say";

const mostThemes = 10;

/** Needs by theme and role: how many of the answers that were read hold each theme. */
export function themeBlocks({ evidence, coding }: ReportContext): Block[] {
  const { themes, readings } = coding ?? { themes: [], readings: [] };
  const answers = Object.fromEntries(codedQuestions.map((key) => [key, openTexts(evidence, key)]));
  const counts = themeCounts(themes, readings, answers).filter(({ answers: n }) => n > 0);
  if (counts.length === 0) return [];
  const role = new Map(evidence.map((one) => [one.id, one.role]));
  const read = [...new Set(readings.map(({ question, responseId }) => `${responseId} ${question}`))].flatMap(
    (key) => role.get(key.split(" ")[0]!) ?? [],
  );
  const roles = chainRoles.filter((one) => read.includes(one));
  return [
    {
      kind: "table",
      key: "needs/themes",
      title: both("开放回答里的主题", "Themes in the open answers"),
      columns: [
        { header: both("主题", "Theme") },
        { header: both("回答", "Answers"), unit: "number" },
        { header: both("公司", "Companies"), unit: "number" },
        ...roles.map((one) => ({ header: rolePlural[one], unit: "number" as const, role: one })),
      ],
      rows: counts.slice(0, mostThemes).map(({ name, answers: n, companies, byRole }): Cell[] => {
        const people = { n: read.length, k: n };
        return [
          asIs(name),
          { value: n, people },
          { value: companies, people },
          ...roles.map((one): Cell => {
            const k = byRole[one] ?? 0;
            return { value: k, people: { n: read.filter((each) => each === one).length, k } };
          }),
        ];
      }),
      note: say((language) =>
        both(
          `主题由人阅读后归纳；读过 ${count(read.length, language)} 条回答，一条回答可以有几个主题。`,
          `Themes are found by people; ${count(read.length, language)} answers have been read, and one may hold several themes.`,
        ),
      ),
      method: null,
    },
  ];
}

const allQuestions = both("所有题目合计", "All questions together");

function questionTitle(evidence: readonly Evidence[], measure: string): LocalText {
  for (const compiled of new Set(evidence.map((one) => one.compiled)))
    for (const item of itemsOf(compiled)) if (item.measure === measure) return item.title;
  return asIs(measure);
}

/** Cohen's κ of every two readers, of all questions together and of each. */
export function agreementBlocks({ evidence, coding }: ReportContext): Block[] {
  const { themes, readings } = coding ?? { themes: [], readings: [] };
  const ids = new Set(evidence.map(({ id }) => id));
  const pairs = coderAgreement(
    themes,
    readings.filter(({ responseId }) => ids.has(responseId)),
  ).filter(({ both: n }) => n > 0);
  if (pairs.length === 0) return [];
  return [
    {
      kind: "table",
      key: "quality/coders",
      title: both("两位读者的一致（κ）", "How far two readers agree (κ)"),
      columns: [
        { header: both("读者", "Readers") },
        { header: both("题目", "Question") },
        { header: both("两人都读过的回答", "Answers both read"), unit: "number" },
        { header: asIs("κ"), unit: "number", digits: 2 },
      ],
      rows: pairs.map(({ coders, question, both: n, kappa }): Cell[] => [
        say(() => both(`读者 ${coders.join(" 与 ")}`, `Readers ${coders.join(" and ")}`)),
        question === null ? allQuestions : questionTitle(evidence, question),
        { value: n, people: { n } },
        { value: kappa.ok ? kappa.value : null, people: { n } },
      ]),
      method: "cohen-kappa",
    },
  ];
}
