/** Lengths, ranges, counts and the author's checks. */
import type { Compiling } from "./compile-context";
import type { Check, Field, TextInput } from "./compiled";
import { type Json, readAmount, readFlag, readList, readText } from "./json-value";
import { isRecord } from "./read-answer";

const inputs: readonly TextInput[] = [
  ...(["text", "number", "email", "date", "tel", "url"] as const),
  ...(["datetime-local", "month", "week", "time", "color", "password"] as const),
];
/** SurveyJS's bar is a number to us: 0 to 100, where the author says nothing else. */
const bar: Json = { min: 0, max: 100 };
/** Longest answers when the author sets no limit: a line, and a free text. */
const longest = { line: 500, free: 5000, ever: 20_000 };

/** Type, range and length of a typed answer. Types the light page does not know are read as text. */
export function fieldLimits(
  json: Json,
  path: string,
  run: Compiling,
): Pick<Field, "input" | "min" | "max" | "step" | "maxLength"> {
  const free = json.inputType === "comment";
  const asBar = json.inputType === "range";
  const input = asBar ? "number" : (inputs.find((one) => one === json.inputType) ?? "text");
  if (!free && !asBar && json.inputType !== undefined && json.inputType !== input)
    run.warn("ignored-property", `${path}.inputType`, { name: String(json.inputType) });
  const maxLength = readAmount(json, "maxLength") ?? 0;
  const range = input === "number" ? readRange(asBar ? { ...bar, ...json } : json, path, run) : {};
  if (input !== "number" && !free)
    for (const key of ["min", "max"])
      if (json[key] !== undefined) run.warn("ignored-property", `${path}.${key}`, { name: key });
  const usual = free ? longest.free : longest.line;
  return { input, ...range, maxLength: maxLength > 0 ? Math.min(maxLength, longest.ever) : usual };
}

function readRange(json: Json, path: string, run: Compiling): Pick<Field, "min" | "max" | "step"> {
  const [min, max, step] = [readAmount(json, "min"), readAmount(json, "max"), readAmount(json, "step")];
  if (min !== undefined && max !== undefined && min > max)
    run.refuse("bad-limit", path, { params: { minimum: min, maximum: max } });
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(step === undefined || step <= 0 ? {} : { step }),
  };
}

/** How many may be picked or ranked; SurveyJS's 0 means no limit. */
export function compileLimits<Min extends string, Max extends string>(
  json: Json,
  path: string,
  run: Compiling,
  minName: Min,
  maxName: Max,
): { [key in Min | Max]?: number } {
  const least = readAmount(json, "minSelectedChoices") ?? 0;
  const most = readAmount(json, "maxSelectedChoices") ?? 0;
  if (most > 0 && least > most) run.refuse("bad-limit", path, { params: { minimum: least, maximum: most } });
  const limits: Record<string, number> = {};
  if (least > 0) limits[minName] = least;
  if (most > 0) limits[maxName] = most;
  return limits as { [key in Min | Max]?: number };
}

/** SurveyJS's validators: ranges and counts become limits of the question, the others checks. */
export function readCheckLimits(json: Json, path: string, run: Compiling): Json & { checks: Check[] } {
  const limits: Json = {};
  const checks: Check[] = [];
  for (const [at, raw] of readList(json, "validators").entries()) {
    const place = `${path}.validators[${at}]`;
    const validator = isRecord(raw) ? raw : {};
    const message = run.text(validator, "text", place);
    const add = (check: Check) => checks.push(message ? { ...check, message } : check);
    const limit = (key: string, value: number | undefined) => {
      if (value !== undefined && json[key] === undefined) limits[key] = value;
    };
    switch (validator.type) {
      case "expression": {
        const expression = run.condition(validator, "expression", place);
        if (expression) add({ kind: "expression", expression });
        break;
      }
      case "regex": {
        const pattern = readText(validator, "regex") ?? "";
        if (isPattern(pattern)) add({ kind: "pattern", pattern });
        else run.refuse("bad-pattern", `${place}.regex`);
        if (readFlag(validator, "caseInsensitive", "insensitive"))
          run.warn("ignored-property", `${place}.caseInsensitive`, { name: "caseInsensitive" });
        break;
      }
      case "email":
        add({ kind: "email" });
        break;
      case "numeric":
        limit("min", readAmount(validator, "minValue"));
        limit("max", readAmount(validator, "maxValue"));
        break;
      case "text": {
        const least = readAmount(validator, "minLength") ?? 0;
        limit("maxLength", readAmount(validator, "maxLength") || undefined);
        if (least > 0) add({ kind: "pattern", pattern: `^[\\s\\S]{${Math.floor(least)},}$` });
        break;
      }
      case "answercount":
        limit("minSelectedChoices", readAmount(validator, "minCount"));
        limit("maxSelectedChoices", readAmount(validator, "maxCount"));
        break;
      default:
        run.refuse("unknown-type", place, { name: String(validator.type ?? "") });
    }
  }
  return { ...limits, checks };
}

function isPattern(pattern: string): boolean {
  if (pattern === "" || pattern.length > 300) return false;
  try {
    return Boolean(new RegExp(pattern));
  } catch {
    return false;
  }
}
