/** The whole URL map, grouped by who uses it. */
import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

export default [
  // Visitors
  index("routes/home.tsx"),
  route("setup", "routes/account/setup.tsx"),
  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("join/:token", "routes/account/join.tsx"),
  route("language", "routes/account/language.tsx"),

  // Respondents
  route("r/:token", "routes/respond/link.tsx"),
  route("r/:token/:key", "routes/respond/page.tsx"),
  route("r/:token/:key/full", "routes/respond/full.tsx"),
  route("s/:token", "routes/respond/study-link.tsx"),
  route("try/:role", "routes/respond/trial.tsx"),
  route("api/respond/:token/:key", "routes/respond/save.ts"),

  // Members
  layout("routes/member.tsx", [
    route("settings", "routes/settings/settings.tsx", [
      index("routes/settings/you.tsx"),
      route("members", "routes/settings/members.tsx"),
      route("workspace", "routes/settings/workspace.tsx"),
    ]),
  ]),

  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
