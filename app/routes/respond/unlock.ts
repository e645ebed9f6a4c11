/** Takes the password of a link and opens it for this browser. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { verifyPassword } from "~/server/password";
import { keepUnlocked, passOf, readPosted, requireLink } from "~/server/respond";
import { admitSignIn } from "~/server/sign-in-attempts";

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, collector, now } = await requireLink(request, params);
  const back = `/${collector.questionnaireId ? "r" : "s"}/${collector.token}`;
  const { passwordHash } = collector;
  if (passwordHash === null) return redirect(back, 303);
  // Only failures count, so that an office behind one address still gets in.
  const attempt = await admitSignIn(store, request, { email: `link/${collector.id}`, now });
  if (!attempt.ok) return redirect(`${back}?password=wait`, 303);
  const typed = (await readPosted(request)).get("password") ?? "";
  if (typed === "" || !(await verifyPassword(typed.slice(0, 200), passwordHash)))
    return redirect(`${back}?password=wrong`, 303);
  await attempt.succeeded();
  const headers = { "Set-Cookie": await keepUnlocked(request, collector) };
  const to = collector.kind === "embed" ? `${back}?pass=${passOf(collector, now)}` : back;
  return redirect(to, { status: 303, headers });
};
