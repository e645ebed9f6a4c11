/** What the live board of a study's newest wave shows. */
import { listBoardContacts, listBoardInvitations } from "~/data/board";
import { listQuestionnaires } from "~/data/questionnaires";
import { listReferrals } from "~/data/referrals";
import type { Study } from "~/data/studies";
import { findCurrentWave, listWaveAnswers, type Wave } from "~/data/waves";
import { fieldworkBoard } from "~/domain/fieldwork/board";
import { noStopRules, noTargets } from "~/domain/fieldwork/wave";
import { projectedEnd, stopStates, targetProgress } from "~/domain/fieldwork/wave-progress";
import type { Language } from "~/domain/language";
import { onePage } from "~/domain/paging";
import type { Store } from "~db/client";
import { readPmfScores } from "./evidence-memory";

const companiesPerPage = 40;

/** The wave in the field; every study has one from its beginning. */
export async function requireWave(store: Store, study: Study): Promise<Wave> {
  const wave = await findCurrentWave(store, { workspaceId: study.workspaceId, studyId: study.id });
  if (!wave) throw new Error("A study without a wave");
  return wave;
}

/** Companies × roles of the wave in the field, one page of them. */
export async function readBoard(
  store: Store,
  given: { study: Study; wave: Wave; language: Language; asked: string | null },
) {
  const { study, wave, language, asked } = given;
  const where = { workspaceId: study.workspaceId, studyId: study.id, waveId: wave.id };
  const [contacts, invitations, answers, referrals, questionnaires] = await Promise.all([
    listBoardContacts(store, where),
    listBoardInvitations(store, where),
    listWaveAnswers(store, where),
    listReferrals(store, where),
    listQuestionnaires(store, where),
  ]);
  const { compare } = new Intl.Collator(language, { numeric: true });
  const board = fieldworkBoard(
    {
      roles: questionnaires.filter(({ version }) => version !== null).map(({ role }) => role),
      ...{ contacts, invitations, answers, referrals },
    },
    compare,
  );
  const { rows, ...paging } = onePage(board.rows, { asked, perPage: companiesPerPage });
  return { answers, board: { ...board, rows }, ...paging };
}

type Answers = Awaited<ReturnType<typeof readBoard>>["answers"];

/** How far the wave is from its targets, and how many more eligible answers decide the PMF verdict. */
export async function readProgress(
  store: Store,
  given: { study: Study; wave: Wave; answers: Answers; now: number },
) {
  const { study, wave, answers, now } = given;
  const targets = wave.targets ?? noTargets;
  const scores = await readPmfScores(store, study);
  const verdicts = new Map(
    scores.flatMap(({ role, score }) =>
      score.ok && score.value.verdict.ok ? [[role, score.value.verdict.value] as const] : [],
    ),
  );
  const counted = answers.filter(({ review }) => review !== "excluded");
  const firstAt = answers[0]?.startedAt ?? null;
  return {
    targets: targetProgress(counted, targets),
    end: projectedEnd(counted, targets, { startedAt: wave.startedAt, now }),
    stops: stopStates(wave.stopRules ?? noStopRules, { answers: counted, targets, verdicts }),
    stopRules: wave.stopRules ?? noStopRules,
    declaredAt: wave.declaredAt,
    declaredBeforehand: wave.declaredAt !== null && (firstAt === null || wave.declaredAt <= firstAt),
    endsAt: wave.endsAt,
    endedAt: wave.endedAt,
    pmf: scores.map(({ role, score }) => ({
      role,
      n: score.ok ? score.value.n : 0,
      companies: score.ok ? score.value.companies : 0,
      more: score.ok ? score.value.howManyMore : score,
      verdict: verdicts.get(role) ?? null,
    })),
  };
}
