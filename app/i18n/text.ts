/** Every text of the interface. A new feature adds its two imports and one entry here. */
import type { Language } from "~/domain/language";
import { account } from "./en/account";
import { answerImport } from "./en/answer-import";
import { bank } from "./en/bank";
import { board } from "./en/board";
import { bring } from "./en/bring";
import { chain } from "./en/chain";
import { competition } from "./en/competition";
import { competitors } from "./en/competitors";
import { craft } from "./en/craft";
import { crosstab } from "./en/crosstab";
import { editor } from "./en/editor";
import { entries } from "./en/entries";
import { fieldwork } from "./en/fieldwork";
import { figure } from "./en/figure";
import { filter } from "./en/filter";
import { funnel } from "./en/funnel";
import { growth } from "./en/growth";
import { history } from "./en/history";
import { home } from "./en/home";
import { insights } from "./en/insights";
import { logic } from "./en/logic";
import { mail } from "./en/mail";
import { market } from "./en/market";
import { methods } from "./en/methods";
import { needs } from "./en/needs";
import { opportunity } from "./en/opportunity";
import { people } from "./en/people";
import { pmf } from "./en/pmf";
import { preview } from "./en/preview";
import { quality } from "./en/quality";
import { questionnaire } from "./en/questionnaire";
import { reasons } from "./en/reasons";
import { report } from "./en/report";
import { respond } from "./en/respond";
import { results } from "./en/results";
import { roleSets } from "./en/role-sets";
import { roles } from "./en/roles";
import { sharing } from "./en/sharing";
import { shell } from "./en/shell";
import { stage } from "./en/stage";
import { study } from "./en/study";
import { translation } from "./en/translation";
import { trend } from "./en/trend";
import { account as accountZh } from "./zh-cn/account";
import { answerImport as answerImportZh } from "./zh-cn/answer-import";
import { bank as bankZh } from "./zh-cn/bank";
import { board as boardZh } from "./zh-cn/board";
import { bring as bringZh } from "./zh-cn/bring";
import { chain as chainZh } from "./zh-cn/chain";
import { competition as competitionZh } from "./zh-cn/competition";
import { competitors as competitorsZh } from "./zh-cn/competitors";
import { craft as craftZh } from "./zh-cn/craft";
import { crosstab as crosstabZh } from "./zh-cn/crosstab";
import { editor as editorZh } from "./zh-cn/editor";
import { entries as entriesZh } from "./zh-cn/entries";
import { fieldwork as fieldworkZh } from "./zh-cn/fieldwork";
import { figure as figureZh } from "./zh-cn/figure";
import { filter as filterZh } from "./zh-cn/filter";
import { funnel as funnelZh } from "./zh-cn/funnel";
import { growth as growthZh } from "./zh-cn/growth";
import { history as historyZh } from "./zh-cn/history";
import { home as homeZh } from "./zh-cn/home";
import { insights as insightsZh } from "./zh-cn/insights";
import { logic as logicZh } from "./zh-cn/logic";
import { mail as mailZh } from "./zh-cn/mail";
import { market as marketZh } from "./zh-cn/market";
import { methods as methodsZh } from "./zh-cn/methods";
import { needs as needsZh } from "./zh-cn/needs";
import { opportunity as opportunityZh } from "./zh-cn/opportunity";
import { people as peopleZh } from "./zh-cn/people";
import { pmf as pmfZh } from "./zh-cn/pmf";
import { preview as previewZh } from "./zh-cn/preview";
import { quality as qualityZh } from "./zh-cn/quality";
import { questionnaire as questionnaireZh } from "./zh-cn/questionnaire";
import { reasons as reasonsZh } from "./zh-cn/reasons";
import { report as reportZh } from "./zh-cn/report";
import { respond as respondZh } from "./zh-cn/respond";
import { results as resultsZh } from "./zh-cn/results";
import { roleSets as roleSetsZh } from "./zh-cn/role-sets";
import { roles as rolesZh } from "./zh-cn/roles";
import { sharing as sharingZh } from "./zh-cn/sharing";
import { shell as shellZh } from "./zh-cn/shell";
import { stage as stageZh } from "./zh-cn/stage";
import { study as studyZh } from "./zh-cn/study";
import { translation as translationZh } from "./zh-cn/translation";
import { trend as trendZh } from "./zh-cn/trend";

const inBoth = <T>(en: T, zh: NoInfer<T>): Record<Language, T> => ({ en, "zh-CN": zh });

export const dictionaries = {
  account: inBoth(account, accountZh),
  answerImport: inBoth(answerImport, answerImportZh),
  bank: inBoth(bank, bankZh),
  board: inBoth(board, boardZh),
  chain: inBoth(chain, chainZh),
  competition: inBoth(competition, competitionZh),
  bring: inBoth(bring, bringZh),
  competitors: inBoth(competitors, competitorsZh),
  editor: inBoth(editor, editorZh),
  entries: inBoth(entries, entriesZh),
  figure: inBoth(figure, figureZh),
  history: inBoth(history, historyZh),
  craft: inBoth(craft, craftZh),
  crosstab: inBoth(crosstab, crosstabZh),
  filter: inBoth(filter, filterZh),
  funnel: inBoth(funnel, funnelZh),
  growth: inBoth(growth, growthZh),
  home: inBoth(home, homeZh),
  methods: inBoth(methods, methodsZh),
  reasons: inBoth(reasons, reasonsZh),
  respond: inBoth(respond, respondZh),
  report: inBoth(report, reportZh),
  results: inBoth(results, resultsZh),
  roles: inBoth(roles, rolesZh),
  roleSets: inBoth(roleSets, roleSetsZh),
  sharing: inBoth(sharing, sharingZh),
  shell: inBoth(shell, shellZh),
  fieldwork: inBoth(fieldwork, fieldworkZh),
  logic: inBoth(logic, logicZh),
  insights: inBoth(insights, insightsZh),
  mail: inBoth(mail, mailZh),
  market: inBoth(market, marketZh),
  people: inBoth(people, peopleZh),
  pmf: inBoth(pmf, pmfZh),
  preview: inBoth(preview, previewZh),
  quality: inBoth(quality, qualityZh),
  needs: inBoth(needs, needsZh),
  opportunity: inBoth(opportunity, opportunityZh),
  questionnaire: inBoth(questionnaire, questionnaireZh),
  stage: inBoth(stage, stageZh),
  study: inBoth(study, studyZh),
  trend: inBoth(trend, trendZh),
  translation: inBoth(translation, translationZh),
};

export type Feature = keyof typeof dictionaries;
export type Texts<F extends Feature> = (typeof dictionaries)[F][Language];

/** The texts of a feature in a language, for loaders, actions and mail; screens call `useText`. */
export const textOf = <F extends Feature>(language: Language, feature: F): Texts<F> =>
  dictionaries[feature][language];
