/**
 * What can be measured: the stable keys by which the analysis finds an item whatever its wording.
 * A key, once used in a published version, is never renamed.
 */
import { type ChainRole, chainRoles } from "../chain/role";

/**
 * What an answer to the item looks like:
 * choice `"a"`; choices `["a","b"]`; scale `4`; matrix `{row: column}`; ranking `["first","second"]`;
 * number `1200`; text `"…"`; points `{item: 60, …}` adding up to 100; boolean `true`;
 * best-worst `{best: item, worst: item}`, one question a task.
 */
export type MeasureShape =
  | "choice"
  | "choices"
  | "scale"
  | "matrix"
  | "ranking"
  | "number"
  | "text"
  | "points"
  | "boolean"
  | "best-worst";

const measure = <Key extends string>(
  key: Key,
  roles: readonly ChainRole[],
  shape: MeasureShape,
  note: string,
) => ({ key, roles, shape, note });

const gateOnly: readonly ChainRole[] = [];
const every = chainRoles;
const pmf: readonly ChainRole[] = ["user", "decider"];
const price: readonly ChainRole[] = ["decider", "procurement"];
const decider: readonly ChainRole[] = ["decider"];
const user: readonly ChainRole[] = ["user"];
const requester: readonly ChainRole[] = ["requester"];
const supply: readonly ChainRole[] = ["procurement", "finance", "it-security"];
const rivals: readonly ChainRole[] = ["decider", "user", "requester", "procurement"];
const compared: readonly ChainRole[] = ["user", "requester"];
const chosen: readonly ChainRole[] = ["decider", "requester", "procurement"];

/**
 * Every measure of the question bank, in the order of the bank. `roles` are the role questionnaires in
 * which it occurs; an empty list means that only the gate asks it, before a role is known.
 * Items that need competitors, a price ladder or a platform occur only where the brief has them.
 */
export const measures = [
  measure("gate.roles", gateOnly, "choices", "G1: all gateRoles the respondent holds"),
  measure("gate.primary-role", gateOnly, "choice", "G1: the main one; decides the questionnaire"),
  measure("gate.company", every, "text", "G2: company name; joins the answer to its account"),
  measure("gate.size", every, "choice", "G2: sizeBands"),
  measure("gate.industry", every, "choice", "G2: industries, other"),
  measure("gate.annual-spend", every, "choice", "G2: spendBands in the study's currency, dont-know"),
  measure("gate.relation", every, "choice", "relations: is the company a customer; PMF asks real ones only"),
  measure("gate.side", every, "choice", "platformSides; asked by platform studies only"),
  measure("gate.influence", every, "points", "G3: 100 points over chainRoles; weights of the chain"),

  measure("anchor.importance", every, "matrix", "A1: anchorAttributes × 1–5"),
  measure("anchor.satisfaction", every, "matrix", 'A1: anchorAttributes × 1–5 or "na", present solution'),
  measure("anchor.problems", every, "ranking", "A2: up to three of problems, worst first; may hold other"),
  measure("anchor.problem-other", every, "text", "A2: the problem behind other"),
  measure("anchor.choice", every, "choice", "A3: vendorChoices or a competitor's id, other"),
  measure("anchor.problem-text", every, "text", "A4: the problem most wanted solved, one sentence"),

  measure("decider.earn-or-spend", decider, "points", "D1: earn and spend, 100 points"),
  measure("decider.min-gain", decider, "number", "D2: yearly gain or saving that justifies buying, currency"),
  measure("decider.problem", decider, "text", "D3: main problems now"),
  measure("decider.problem-cost", decider, "number", "D3: what they cost a year, currency"),
  measure("decider.key-steps", decider, "text", "D4: key steps to solve it, one a line, in order"),
  measure("decider.best-worst", decider, "best-worst", "D5: bestWorstItems, five tasks of four"),
  measure("decider.process", decider, "text", "D6: how such a purchase is decided"),
  measure("decider.duration", decider, "choice", "D6: from need to contract, durationBands"),
  measure("decider.approvers", decider, "number", "D6: people who must approve"),
  measure("decider.stop-paying", decider, "choices", "D7: up to three reasons to stop paying, other"),

  measure("user.last-use", user, "text", "U1: the last time the task was done: when, what, result"),
  measure("user.solved", user, "scale", "U2: did it solve the scenario's problem, 1–5"),
  measure("user.ease", user, "scale", "U3: single ease question, 1–7"),
  measure("user.stuck", user, "text", "U3: where the respondent got stuck"),
  measure("user.feature-importance", user, "matrix", "U4: features and experienceItems × 1–5"),
  measure("user.feature-satisfaction", user, "matrix", 'U4: the same rows × 1–5 or "na"'),
  measure("user.kano.functional", user, "choice", "U5: kanoAnswers if present; subject = feature id"),
  measure("user.kano.dysfunctional", user, "choice", "U5: kanoAnswers if absent; subject = feature id"),
  measure("user.causes", user, "choices", "U6: causes behind the decider's fuzzy need, other"),
  measure("user.causes-rank", user, "ranking", "U6: up to three of the chosen causes, gravest first"),
  measure("user.cause-text", user, "text", "U6: the gravest cause in own words"),
  measure("user.core-uses", pmf, "choice", "U7: coreUseBands within the PMF window; eligibility"),

  measure("requester.scenario", requester, "text", "R1: the scenario in which it is needed"),
  measure("requester.frequency", requester, "choice", "R1: how often it occurs, frequencies"),
  measure("requester.expected-value", requester, "matrix", "R2: expectedValues × 1–5"),
  measure("requester.current-way", requester, "text", "R3: how it is done now"),
  measure("requester.current-problem", requester, "text", "R3: what is wrong with it"),
  measure("requester.compared", requester, "matrix", 'R4: us and competitors × 1–5 or "not-compared"'),
  measure("requester.channels", requester, "choices", "R5: where they learnt of such products, other"),
  measure("requester.recommend", requester, "scale", "R6: would put it forward to the decider, 0–10"),
  measure("requester.material", requester, "choices", "R6: material needed for that, other"),

  measure("procurement.budget-source", ["procurement", "finance"], "choice", "P1: budget it is paid from"),
  measure("procurement.payment-terms", ["procurement", "finance"], "choices", "P1: acceptable payment terms"),
  measure("procurement.compliance", supply, "choices", "P1: compliance gates that must be passed, other"),
  measure("procurement.knock-out", supply, "choices", "P2: what rules a supplier out, other"),
  measure("procurement.tender-weights", supply, "points", "P3: 100 points over tenderCriteria"),
  measure("procurement.switching-cost", supply, "scale", "P4: cost of switching supplier, 1–5"),
  measure("procurement.switching-text", supply, "text", "P4: what makes switching costly"),

  measure("pmf.disappointment", pmf, "choice", "M1: pmfAnswers; na stays out of the denominator"),
  measure("pmf.beneficiary", pmf, "text", "M2: who would benefit most"),
  measure("pmf.benefit", pmf, "text", "M3: main benefit received"),
  measure("pmf.improve", pmf, "text", "M4: how to improve it"),
  measure("pmf.alternative", pmf, "text", "M5: what would be used instead"),
  measure("pmf.frequency", pmf, "choice", "M6: frequencies of use"),
  measure("pmf.recommend", pmf, "scale", "M7: NPS, 0–10"),

  measure("price.too-cheap", price, "number", "V1: so cheap that quality is doubted; price unit"),
  measure("price.cheap", price, "number", "V2: a bargain"),
  measure("price.expensive", price, "number", "V3: expensive, still considered"),
  measure("price.too-expensive", price, "number", "V4: out of the question"),
  measure("price.likely-at-cheap", price, "scale", "V5: purchase likelihood at V2, 1–5"),
  measure("price.likely-at-expensive", price, "scale", "V6: purchase likelihood at V3, 1–5"),
  measure(
    "price.ladder",
    price,
    "boolean",
    "V7: would buy at this price; subject = price, one question a price",
  ),

  measure("competitor.awareness", rivals, "matrix", "C1: competitors × awarenessLevels"),
  measure("competitor.open", rivals, "text", "C1 without named competitors: products known, tried, in use"),
  measure(
    "competitor.features",
    compared,
    "matrix",
    "C2: features × presenceAnswers; subject = us or competitor",
  ),
  measure(
    "competitor.performance",
    compared,
    "matrix",
    'C2: features and offerItems × 1–5 or "na"; subject as above',
  ),
  measure("competitor.reasons", chosen, "text", "C3: why chosen or rejected"),

  measure("quality.attention", every, "choice", "Q1: pmfAnswers; right is attentionAnswer"),
] as const;

/** What no questionnaire of the bank asks and a question of one's own may measure. */
export const ownMeasures = [
  measure("gate.region", every, "text", "region of the company, in the words of its record"),
] as const;

export type MeasureKey = (typeof measures | typeof ownMeasures)[number]["key"];
