/** Weights typed by hand. */

export const weightField = (featureId: string) => `weight.${featureId}`;

/** The weights of a posted form by feature, 0–5; empty fields are left to the survey. Null when one is no such number. */
export function overridesFromForm(form: Iterable<[string, unknown]>): Record<string, number> | null {
  const overrides: Record<string, number> = {};
  for (const [name, given] of form) {
    const featureId = /^weight\.(.+)$/.exec(name)?.[1];
    const typed = typeof given === "string" ? given.normalize("NFKC").trim() : "";
    if (featureId === undefined || typed === "") continue;
    if (!/^\d(\.\d+)?$/.test(typed) || Number(typed) > 5) return null;
    overrides[featureId] = Number(typed);
  }
  return overrides;
}
