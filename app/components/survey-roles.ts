/** Attributes that SurveyJS writes and that the role of their element does not take: a group cannot be required. */
export function withoutOddRoles(drawn: Element): void {
  const odd = "[role=group][aria-required]";
  for (const element of [drawn, ...drawn.querySelectorAll(odd)])
    if (element.matches(odd)) element.removeAttribute("aria-required");
}
