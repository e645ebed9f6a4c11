/** The questionnaires a new study comes with: the bank's blocks put together for a role. */
import type { ChainRole } from "../chain/role";
import { type LocalText, surveyLocale } from "../language";
import type { GateRole } from "./answer-options";
import { anchorPages } from "./bank/anchor";
import { attentionPage } from "./bank/attention";
import type { QuestionnaireBrief } from "./bank/brief";
import { competitorPages } from "./bank/competitor";
import { deciderPages } from "./bank/decider";
import { gatePages, rolePage } from "./bank/gate";
import { pmfPages } from "./bank/pmf";
import { ladderPrices, ladderStart, pricePages } from "./bank/price";
import { repeatedPages } from "./bank/repeated-pages";
import { requesterPages } from "./bank/requester";
import { supplyPages } from "./bank/supply";
import { type SurveyJson, type SurveyPage, surveyText, words } from "./bank/survey-json";
import { userPages } from "./bank/user";
import { businessWords } from "./bank/words";

/** Which questionnaire a respondent gets by the main role named at the gate (Webster & Wind 1972, Bonoma 1982). */
export const gateRoleToChainRole: Readonly<Record<GateRole, ChainRole>> = {
  initiator: "requester",
  user: "user",
  influencer: "requester",
  buyer: "procurement",
  decider: "decider",
  finance: "finance",
  gatekeeper: "it-security",
};

const rolePages = (role: ChainRole, brief: QuestionnaireBrief): SurveyPage[] => {
  switch (role) {
    case "decider":
      return deciderPages(brief);
    case "user":
      return userPages(brief);
    case "requester":
      return requesterPages(brief);
    default:
      return supplyPages(role, brief);
  }
};

const asksPmf = (role: ChainRole): role is "user" | "decider" => role === "user" || role === "decider";
const asksPrice = (role: ChainRole) => role === "decider" || role === "procurement";
const asksCompetitors = (role: ChainRole) => role !== "finance" && role !== "it-security";

const pagesBeforeAttention = 2;

export const setLengths = ["short", "full"] as const;
/** "short" keeps to the minutes a role gives (`mostMinutes`); "full" asks all the bank has. */
export type SetLength = (typeof setLengths)[number];

/** Begins of the names of pages that a short questionnaire leaves out: none that a verdict stands on. */
const onlyInFull: Partial<Record<ChainRole, readonly string[]>> = {
  decider: ["improvement", "recommendation", "best_worst_", "process", "price_likelihood", "price_ladder"],
  user: repeatedPages,
  requester: repeatedPages,
  procurement: ["price_likelihood", "price_ladder"],
};

const survey = (title: LocalText, brief: QuestionnaireBrief, pages: SurveyPage[]): SurveyJson => ({
  title: surveyText(title),
  locale: surveyLocale[brief.languages[0] ?? "en"],
  showQuestionNumbers: false,
  pages,
});

/**
 * The questionnaire of one chain role as SurveyJS JSON (survey-core 3) in zh-CN and English.
 * Gate and anchor block come first in every role, so that the anchor is answered in the same context;
 * the attention item stands early in the role's own block, where it interrupts no series of tasks.
 * Every question carries its `measure`.
 * With a price ladder, `draws` asks for one number per response, read as {ladderStart}.
 */
export function buildQuestionnaire(
  role: ChainRole,
  brief: QuestionnaireBrief,
  length: SetLength = "full",
): SurveyJson {
  const own = rolePages(role, brief);
  const leftOut = length === "short" ? (onlyInFull[role] ?? []) : [];
  const isAsked = ({ name }: SurveyPage) => !leftOut.some((begin) => name.startsWith(begin));
  const steps = asksPrice(role) && !leftOut.includes("price_ladder") ? ladderPrices(brief).length : 0;
  const { category } = businessWords[brief.businessType];
  const pages = [
    ...gatePages(brief),
    ...anchorPages(brief),
    ...(asksPmf(role) ? pmfPages(role, brief) : []),
    ...own.slice(0, pagesBeforeAttention),
    attentionPage(),
    ...own.slice(pagesBeforeAttention),
    ...(asksCompetitors(role) ? competitorPages(role, brief) : []),
    ...(asksPrice(role) ? pricePages(brief) : []),
  ];
  const title = words(`关于${category["zh-CN"]}的问卷`, `Your views on ${category.en}`);
  return {
    ...survey(title, brief, pages.filter(isAsked)),
    ...(steps > 0 && { draws: [{ name: ladderStart, max: steps }] }),
  };
}

/**
 * What the study-wide link asks before it opens a role's questionnaire: the roles held and, when there are
 * several, the main one. `gateRoleToChainRole` tells which questionnaire follows.
 */
export function buildGate(brief: QuestionnaireBrief): SurveyJson {
  return survey(words("先了解一下您的角色", "First, your part"), brief, [rolePage(brief)]);
}

/** What a respondent is told before the first question; paragraphs are separated by an empty line. */
export function consentText(brief: QuestionnaireBrief): LocalText {
  const { product } = brief;
  const { category } = businessWords[brief.businessType];
  return words(
    [
      `这份问卷来自${product}团队。我们想了解贵公司怎样选择和使用${category["zh-CN"]}，好把产品做得更合用。`,
      "同一家公司不同角色的回答会放在一起看，公司名称只用来做这件事。报告只呈现汇总结果和不具名的原话，不出现您的姓名和联系方式。",
      "是否参加由您决定。不是必答的题可以跳过，也可以随时停下，之后接着答，或者不再继续。",
    ].join("\n\n"),
    [
      `This survey comes from the ${product} team. We want to learn how your company chooses and uses ${category.en}, so that we can make ours fit better.`,
      "Answers from different roles in one company are read together; the company's name is used for that alone. Reports show summaries and unnamed quotes, never your name or contact details.",
      "Taking part is up to you. You can skip any question that is not required, stop at any time, go on later, or not at all.",
    ].join("\n\n"),
  );
}

/** What a respondent reads after the last question. */
export function thankYouText(brief: QuestionnaireBrief): LocalText {
  const { product } = brief;
  return words(
    `谢谢您！您的回答已经收到，${product}团队会把它与贵公司同事的回答放在一起看，用来改进产品。`,
    `Thank you! We have your answers. The ${product} team will read them together with those of your colleagues and use them to improve the product.`,
  );
}
