/** The PMF score from other sides, with its rows in the reader's words. */
import type { Study } from "~/data/studies";
import { listReadings, listThemes } from "~/data/themes";
import { listWaves, type Wave } from "~/data/waves";
import type { Language } from "~/domain/language";
import type { Outcome } from "~/domain/outcome";
import type { BreakEvenLamp } from "~/domain/pmf/break-even-lamp";
import { planChances, pmfPlan, proposeLooks } from "~/domain/pmf/pmf-plan";
import type { Named } from "~/domain/pmf/supporter-split";
import { type Evidence, pmfAnswersOf } from "~/domain/report/evidence";
import { notStated } from "~/domain/report/evidence-filter";
import { coreUseCounts, pmfByPart, pmfByWave, pmfSensitivity } from "~/domain/report/pmf-breakdown";
import { pmfByRole, pmfRoles } from "~/domain/report/pmf-by-role";
import { pmfSplitSteps, type RoleSplit } from "~/domain/report/pmf-split";
import { studyLamps } from "~/domain/report/study-lamps";
import { type CodedQuestion, openTexts, type Reading, type Theme } from "~/domain/report/theme-coding";
import { atOnce } from "~/domain/steps";
import { type PmfRule, pmfRuleOf } from "~/domain/study/study";
import { textOf } from "~/i18n/text";
import type { Store } from "~db/client";
import { bandNames, type Passing } from "./filtered";
import { readKeptFiltered } from "./kept-filtered";
import { readMoney } from "./money";

type Given = {
  language: Language;
  rule: PmfRule;
  waves: readonly Wave[];
  themes: readonly Theme[];
  readings: readonly Reading[];
  /** Of the books. */
  breakEven: Outcome<BreakEvenLamp>;
};

function* sideSteps({ evidence, withExcluded, all }: Passing, given: Given) {
  const { language, rule, waves, themes, readings } = given;
  const text = textOf(language, "filter");
  const waveName = (id: string) => {
    const wave = waves.find((one) => one.id === id);
    return wave ? wave.name || text.wave(wave) : text.gone;
  };
  // `listWaves` gives the newest first.
  const oldestFirst = waves.map(({ id }) => id).reverse();
  const nameOfBand = (value: string) =>
    value === notStated ? text.notStated : (bandNames.get(value)?.[language] ?? value);
  const names = { theme: new Map(themes.map(({ id, name }) => [id, name])), band: nameOfBand };
  const countings = pmfSensitivity(evidence, withExcluded, rule);
  yield;
  const parts = pmfByPart(evidence, rule).map(({ segment, ...part }) => ({
    ...part,
    key: segment ? `${segment.by}/${segment.value}` : "",
    label: segment && text.value({ key: text.keys[segment.by], value: nameOfBand(segment.value) }),
  }));
  yield;
  const byWave = pmfByWave(evidence, oldestFirst, rule).map(({ wave, ...rest }) => ({
    ...rest,
    label: waveName(wave),
  }));
  yield;
  const uses = coreUseCounts(evidence);
  yield;
  const splits = (yield* pmfSplitSteps(evidence, rule, { themes, readings })).map((one) =>
    describeSplit(one, evidence, names),
  );
  yield;
  return { countings, parts, waves: byWave, uses, splits, plan: planOf(waves[0], rule, all) };
}

function* pmfSteps(passing: Passing, given: Given) {
  const { evidence } = passing;
  const { rule } = given;
  const scores = pmfByRole(evidence, rule);
  yield;
  const sides = yield* sideSteps(passing, given);
  return { scores, sides, lamps: studyLamps(evidence, rule, given.breakEven) };
}

/** The score, its sides and the lamps, of the responses that pass a page's filter. */
export async function readPmf(
  store: Store,
  page: { request: Request; study: Study; language: Language; now: number },
) {
  const { study, language } = page;
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const rule = pmfRuleOf(study);
  const [money, waves, themes, readings] = await Promise.all([
    readMoney(store, study),
    listWaves(store, where),
    listThemes(store, where),
    listReadings(store, where),
  ]);
  const given = { language, rule, waves, themes, readings, breakEven: money.result.lamp };
  const {
    all: _,
    result,
    ...rest
  } = await readKeptFiltered(
    store,
    { ...page, page: "pmf" },
    {
      // Sides are named in the reader's language.
      kind: `pmf ${language}`,
      readAround: async () => given,
      compute: async (passing) => pmfSteps(passing, given),
    },
  );
  const nobody = { evidence: [], withExcluded: [], all: [] };
  return { ...rest, rule, money, ...(result ?? atOnce(pmfSteps(nobody, given))) };
}

/** Enough to act on; more is a list of everything. */
const mostNamed = 5;

/** A split with the names of its themes and kinds, and an answer to quote for each thing named. */
function describeSplit(
  { split, ...rest }: RoleSplit,
  evidence: readonly Evidence[],
  names: { theme: ReadonlyMap<string, string>; band: (value: string) => string },
) {
  if (!split.ok) return { ...rest, split };
  const quoteOf = (question: CodedQuestion, ids: readonly string[]) => {
    const own = new Set(ids);
    const written = evidence.find((one) => own.has(one.id) && openTexts([one], question).length > 0);
    return written ? openTexts([written], question)[0]! : null;
  };
  const told =
    (question: "pmf.benefit" | "pmf.improve") =>
    ({ name, ids, ...counts }: Named) => {
      const quote = quoteOf(question, ids);
      return {
        ...counts,
        key: name,
        name: names.theme.get(name) ?? name,
        quote: quote && { responseId: quote.responseId, text: quote.text },
      };
    };
  const few = (rows: readonly Named[], question: "pmf.benefit" | "pmf.improve") =>
    rows.slice(0, mostNamed).map(told(question));
  const { personas, benefits, convertible, doubleDown, holdsBack, main, tied, ...counts } = split.value;
  return {
    ...rest,
    split: {
      ok: true as const,
      value: {
        ...counts,
        personas: personas.map(names.band),
        main: names.theme.get(main) ?? main,
        tied: tied.map((name) => names.theme.get(name) ?? name),
        benefits: few(benefits, "pmf.benefit"),
        convertible: told("pmf.benefit")(convertible),
        doubleDown: few(doubleDown, "pmf.improve"),
        holdsBack: few(holdsBack, "pmf.improve"),
      },
    },
  };
}

/** The declared looks of the wave in the field against its answers; what to declare, where nothing is declared. */
function planOf(wave: Wave | undefined, rule: PmfRule, all: readonly Evidence[]) {
  const own = all
    .filter(({ waveId, review }) => waveId === wave?.id && review !== "excluded")
    .sort((one, other) => one.completedAt - other.completedAt);
  const looks = wave?.stopRules?.looks ?? [];
  const firstAt = Math.min(...own.map(({ startedAt }) => startedAt));
  const answers = pmfAnswersOf(own);
  const scores = pmfByRole(own, rule);
  const roles = pmfRoles.flatMap((role) => {
    const score = scores.find((one) => one.role === role)?.score;
    if (!score?.ok) return [];
    const designEffect = score.value.designEffect.ok ? score.value.designEffect.value : 1;
    const proposed = proposeLooks(rule.threshold, designEffect);
    const chances = [-0.1, 0, 0.1, 0.2].flatMap((apart) => {
      const told = planChances(looks, rule.threshold + apart, { threshold: rule.threshold, designEffect });
      return told.ok && looks.length > 0 ? [told.value] : [];
    });
    return [
      {
        role,
        score: score.value,
        plan: pmfPlan(
          answers.filter((one) => one.role === role),
          rule,
          looks,
        ),
        proposed: proposed.ok ? proposed.value : [],
        chances,
      },
    ];
  });
  return {
    roles,
    declaredAt: looks.length > 0 ? (wave?.declaredAt ?? null) : null,
    beforehand: wave?.declaredAt != null && wave.declaredAt <= firstAt,
  };
}
