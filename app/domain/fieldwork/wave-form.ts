/** What a person types to plan a wave, and what it means. */
import { type ChainRole, chainRoles } from "../chain/role";
import { typedIn, typedText } from "../typed";
import { industryIn, sizeIn } from "./contact-words";
import { type SegmentField, type StopRules, segmentFields, type WaveTargets } from "./wave";

export type WaveProblem =
  | "not-a-number"
  | "not-a-date"
  | "ends-first"
  | "too-long"
  | "incomplete"
  | "not-looks";
export type TypedSegment = { field: string; value: string; role: string; target: string };
export type TypedWave = {
  name: string;
  starts: string;
  ends: string;
  targets: Partial<Record<ChainRole, string>>;
  segments: TypedSegment[];
  targetsMet: boolean;
  verdict: string;
  most: string;
  closesQuotas: boolean;
  endsItself: boolean;
  looks: string;
};

export type WavePlan = {
  name: string;
  startedAt: number;
  endsAt: number | null;
  targets: WaveTargets;
  stopRules: StopRules;
};
/** Problems by the name of the field. */
export type WaveProblems = Partial<Record<string, WaveProblem>>;

/** Lines for quotas that the form always offers. */
const segmentLines = 6;
const day = 24 * 60 * 60 * 1000;

/** Days are those of UTC: a plan's day is a date, not an instant. */
const dayOf = (typed: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null;
  const at = Date.parse(`${typed}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== typed ? null : at;
};
const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** A whole number above 0; null for an empty field, undefined for anything else. */
const countOf = (typed: string): number | null | undefined => {
  const text = typed.normalize("NFKC").replace(/[,\s]/g, "");
  if (text === "") return null;
  return /^\d{1,6}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
};

const known = <W extends string>(words: readonly W[], typed: string): W | null =>
  words.find((word) => word === typed) ?? null;

/** More looks than these are watching, not looking. */
const mostLooks = 6;

/** "20, 45 and 90": whole numbers that ascend; null for anything else. */
function looksOf(typed: string): number[] | null {
  const counts = typed
    .normalize("NFKC")
    .split(/[^\d]+/)
    .filter(Boolean)
    .map(Number);
  const sound =
    counts.length <= mostLooks && counts.every((n, at) => n > (counts[at - 1] ?? 0) && n <= 100_000);
  return sound && (counts.length > 0 || typed.trim() === "") ? counts : null;
}

/** Reads the form of a wave's plan; an end counts to the end of its day. */
export function readWave(
  typed: TypedWave,
): { ok: true; plan: WavePlan } | { ok: false; problems: WaveProblems } {
  const problems: WaveProblems = {};
  const name = typed.name.trim();
  if (name.length > 100) problems.name = "too-long";
  const startedAt = dayOf(typed.starts);
  if (startedAt === null) problems.starts = "not-a-date";
  const lastDay = typed.ends.trim() === "" ? null : dayOf(typed.ends.trim());
  if (lastDay === null && typed.ends.trim() !== "") problems.ends = "not-a-date";
  if (lastDay !== null && startedAt !== null && lastDay < startedAt) problems.ends = "ends-first";

  const roles: WaveTargets["roles"] = {};
  for (const role of chainRoles) {
    const target = countOf(typed.targets[role] ?? "");
    if (target === undefined) problems[`target-${role}`] = "not-a-number";
    else if (target !== null) roles[role] = target;
  }
  const segments: WaveTargets["segments"] = [];
  for (const [line, segment] of typed.segments.entries()) {
    if (segment.value.trim() === "" && segment.target.trim() === "") continue;
    const field = known<SegmentField>(segmentFields, segment.field);
    const role = known(chainRoles, segment.role);
    const target = countOf(segment.target);
    if (target === undefined) problems[`segment-${line}`] = "not-a-number";
    else if (target === null || !field || !role || segment.value.trim() === "")
      problems[`segment-${line}`] = "incomplete";
    else segments.push({ field, role, target, value: segmentValue(field, segment.value) });
  }
  const mostResponses = countOf(typed.most);
  if (mostResponses === undefined) problems.most = "not-a-number";
  const looks = looksOf(typed.looks);
  if (!looks) problems.looks = "not-looks";
  if (Object.keys(problems).length > 0 || startedAt === null) return { ok: false, problems };
  return {
    ok: true,
    plan: {
      name,
      startedAt,
      endsAt: lastDay === null ? null : lastDay + day - 1,
      targets: { roles, segments },
      stopRules: {
        targetsMet: typed.targetsMet,
        verdictDecided: known(chainRoles, typed.verdict),
        mostResponses: mostResponses ?? null,
        closesQuotas: typed.closesQuotas,
        endsItself: typed.endsItself,
        ...(looks?.length ? { looks } : {}),
      },
    },
  };
}

const segmentValue = (field: SegmentField, typed: string): string => {
  if (field === "size") return sizeIn(typed) ?? typed.trim();
  return field === "industry" ? (industryIn(typed) ?? typed.trim()) : typed.trim();
};

/** A wave back in the form, with empty lines to add quotas. */
export function typedWave(wave: {
  name: string;
  startedAt: number;
  endsAt: number | null;
  targets: WaveTargets | null;
  stopRules: StopRules | null;
}): TypedWave {
  const segments = (wave.targets?.segments ?? []).map(({ field, value, role, target }) => ({
    ...{ field, value, role, target: String(target) },
  }));
  const empty = { field: "size", value: "", role: "user", target: "" };
  const lines = Math.max(segmentLines, segments.length);
  return {
    name: wave.name,
    starts: dateOf(wave.startedAt),
    ends: wave.endsAt === null ? "" : dateOf(wave.endsAt),
    targets: Object.fromEntries(
      Object.entries(wave.targets?.roles ?? {}).map(([role, target]) => [role, String(target)]),
    ),
    segments: Array.from({ length: lines }, (_, at) => segments[at] ?? empty),
    targetsMet: wave.stopRules?.targetsMet ?? false,
    verdict: wave.stopRules?.verdictDecided ?? "",
    most: wave.stopRules?.mostResponses == null ? "" : String(wave.stopRules.mostResponses),
    closesQuotas: wave.stopRules?.closesQuotas ?? false,
    endsItself: wave.stopRules?.endsItself ?? false,
    looks: wave.stopRules?.looks?.join(", ") ?? "",
  };
}

type PostedForm = { get(name: string): unknown; getAll(name: string): unknown[] };

export function waveFromForm(form: PostedForm): TypedWave {
  const column = (name: string) => form.getAll(name).map(typedText);
  const [values, roles, targets] = [column("segmentValue"), column("segmentRole"), column("segmentTarget")];
  return {
    ...typedIn(form, ["name", "starts", "ends", "verdict", "most", "looks"]),
    targets: Object.fromEntries(chainRoles.map((role) => [role, typedText(form.get(`target-${role}`))])),
    segments: column("segmentField").map((field, at) => ({
      ...{ field, value: values[at] ?? "", role: roles[at] ?? "", target: targets[at] ?? "" },
    })),
    targetsMet: form.get("targetsMet") !== null,
    closesQuotas: form.get("closesQuotas") !== null,
    endsItself: form.get("endsItself") !== null,
  };
}
