import type { ChainRole } from "~/domain/chain/role";
import type { CraftKind } from "~/domain/questionnaire/craft";
import { plural } from "../format";

type Values = Record<string, string | number>;

export const craft = {
  lead: "A second look at how the questions are put. Nothing here forbids to publish: mend it, or keep it and say why.",
  minutes: ({ n, most, role }: { n: number; most: number; role: string }) =>
    `About ${plural(n, "minute", "minutes")}. A ${role} gives about ${most}.`,
  minutesUnknown: "The minutes are told once the questionnaire has no problems to mend.",
  count: ({ n }: { n: number }) => plural(n, "finding", "findings"),
  empty: "No question yet",
  emptyText:
    "What is asked is looked at here as soon as there is something: wording, scales, length, comparability.",
  calm: "Nothing to look at again",
  calmText: "Wording, scales, length and comparability are as they should be, as far as a machine can tell.",
  whole: "The whole questionnaire",
  page: ({ n }: { n: number }) => `Page ${n}`,
  keep: "Keep it anyway",
  keepOf: ({ finding }: { finding: string }) => `Keep it anyway: ${finding}`,
  reason: "Why it stays",
  reasonHint: "Kept with the draft and its versions, for whoever reads the results.",
  reasonMissing: "Say in a few words why it stays.",
  reasonLong: ({ most }: { most: number }) => `At most ${most} characters.`,
  keepIt: "Keep it",
  kept: "Kept on purpose",
  keptReason: ({ reason }: { reason: string }) => `Kept because: ${reason}`,
  takeBack: "Look at it again",
  takeBackOf: ({ finding }: { finding: string }) => `Look at it again: ${finding}`,
  gone: "This finding is no longer there, so nothing was done.",
  saved: "The reason is kept.",
  takenBack: "It is listed again.",
  open: "Open the question",
  guidance: {
    title: ({ role }: { role: string }) => `What to ask a ${role}`,
    lines: {
      decider: [
        "Deciders look at value only: earn more or spend less. Ask for the main problems now and the steps that must be solved.",
        "Between similar products they compare functions, price and service; ask about those, not about UI.",
        "A fuzzy need (“acquisition costs too much”) is enough here. Users tell its causes.",
      ],
      user: [
        "Users are close to consumers: does it solve a concrete situation, and is it smooth? Ask about functions, experience and UI.",
        "Ask for the specific causes behind what the decider calls a problem.",
        "Their experience travels back up and decides the renewal. Ask how often they use it and what they would miss.",
      ],
      requester: [
        "The requester compares similar products and reports. Ask which were compared, and by what.",
        "Ask for the situation of use, the value expected and the problems today.",
        "They are the main target of promotion: ask where they look and what helps them to put a product forward.",
      ],
      procurement: [
        "Procurement compares offers and conditions. Ask about price, contract, delivery and the suppliers allowed.",
        "Keep it short: these are people who check, not people who use.",
      ],
      finance: [
        "Finance asks when it pays back and what it costs in all. Ask about budget, payment and savings that can be shown.",
        "Keep it short: these are people who pay, not people who use.",
      ],
      "it-security": [
        "IT and security can stop a purchase. Ask what must be met: data, access, integration, certificates.",
        "Keep it short, and ask for what would rule a product out.",
      ],
    } satisfies Record<ChainRole, string[]>,
  },
  finding: {
    "double-barrelled": ({ word = "" }) =>
      `It may ask two things at once (“${word}”). Whoever agrees with one and not the other cannot answer. Ask them apart.`,
    leading: ({ word = "" }) =>
      `“${word}” pushes towards an answer. Ask it so that every answer is as easy to give.`,
    "unbalanced-scale": ({ worse = 0, better = 0 }) =>
      `The scale has ${better} favourable and ${worse} unfavourable labels, so answers lean to one side. Give both sides the same number.`,
    "unlabelled-scale": () =>
      "The ends of the scale have no words, so everybody reads the numbers differently.",
    "no-dont-know": () =>
      "An answer is required and there is no way out for those who do not know, so they guess. Add “don't know”, or do not require it.",
    "long-title": ({ n = 0, most = 0 }) =>
      `${n} characters; on a phone more than ${most} push the answers out of sight. Move the rest into the explanation.`,
    "many-choices": ({ n = 0, most = 0 }) =>
      `${n} choices; on a phone more than ${most} are not read to the end. Use a dropdown, or fewer.`,
    "long-choice": ({ n = 0, most = 0 }) =>
      `A choice has ${n} characters; more than ${most} break into many lines on a phone.`,
    "many-columns": ({ n = 0, most = 0 }) => `${n} columns; more than ${most} are hard to use on a phone.`,
    "many-rows": ({ n = 0, most = 0 }) => `${n} rows; after ${most} people begin to answer down one column.`,
    "long-page": ({ n = 0, most = 0 }) =>
      `${n} questions on one page; more than ${most} look like work. Divide it.`,
    "too-long": ({ n = 0, most = 0 }) =>
      `About ${n} minutes. This role gives about ${most}; after that they stop, or answer carelessly.`,
    "no-measure": () => "It has no measure key, so its answers can be read but no analysis finds it.",
    "measure-missing": ({ measure = "" }) =>
      `No question has the measure “${measure}”, so what is computed from it stays empty.`,
    "anchor-differs": () =>
      "This question of the anchor block is worded differently in another role's questionnaire, so roles cannot be compared on it.",
    "wording-changed": ({ since = 0 }) =>
      `The wording is not that of version ${since}. Answers before and after can no longer be compared as one series.`,
    "choices-changed": ({ since = 0, added = 0, removed = 0 }) =>
      `Since version ${since}, ${added} options are new and ${removed} are gone, so shares before and after cannot be compared.`,
    "scale-changed": ({ since = 0 }) =>
      `The scale is not that of version ${since}, so averages before and after cannot be compared.`,
    "type-changed": ({ since = 0 }) =>
      `It was another type of question in version ${since}, so answers before and after cannot be compared.`,
    "question-removed": ({ since = 0 }) =>
      `It was asked in version ${since} and is gone, so its series ends.`,
  } satisfies Record<CraftKind, (values: Values) => string>,
};
