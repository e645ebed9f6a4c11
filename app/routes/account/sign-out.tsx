import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { openToAll } from "~/server/gate";
import { signOut } from "~/server/session";

export const loader = () => redirect("/");

export const action = async ({ request }: ActionFunctionArgs) => {
  await openToAll(request);
  return signOut(request);
};
