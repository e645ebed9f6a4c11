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

  route("sample", "routes/reports/sample.tsx"),
  route("methods", "routes/methods/methods.tsx"),
  route("methods/:key", "routes/methods/method.tsx"),

  // Respondents
  route("r/:token", "routes/respond/link.tsx"),
  route("r/:token/:key", "routes/respond/page.tsx"),
  route("r/:token/:key/full", "routes/respond/full.tsx"),
  route("i/:token", "routes/respond/invitation.tsx"),
  route("s/:token", "routes/respond/study-link.tsx"),
  route("try/:role", "routes/respond/trial.tsx"),
  route("api/respond/:token/:key", "routes/respond/save.ts"),

  // Members
  layout("routes/member.tsx", [
    route("studies", "routes/studies/list.tsx"),
    route("studies/new", "routes/studies/new.tsx"),
    route("studies/:studyId", "routes/studies/study.tsx", [
      index("routes/studies/overview.tsx"),
      route("edit", "routes/studies/edit.tsx"),
      route("questionnaires", "routes/questionnaires/list.tsx"),
      route("questionnaires/:questionnaireId", "routes/questionnaires/questionnaire.tsx", [
        index("routes/questionnaires/read.tsx"),
        route("logic", "routes/questionnaires/logic.tsx"),
        route("map", "routes/questionnaires/map.tsx"),
        route("checks", "routes/questionnaires/checks.tsx"),
        route("json", "routes/questionnaires/json.tsx"),
        route("versions", "routes/questionnaires/versions.tsx"),
      ]),
      route("fieldwork", "routes/fieldwork/frame.tsx", [
        index("routes/fieldwork/fieldwork.tsx"),
        route("board", "routes/fieldwork/board.tsx"),
        route("invitations", "routes/fieldwork/invitations.tsx"),
        route("left", "routes/fieldwork/left.tsx"),
        route("wave", "routes/fieldwork/wave.tsx"),
      ]),
      route("results/answers", "routes/results/answers.tsx"),
      route("results/:block?", "routes/results/results.tsx"),
      route("responses", "routes/results/responses.tsx"),
      route("responses/review", "routes/results/review.tsx"),
      route("responses/:responseId", "routes/results/response.tsx"),
      route("pmf", "routes/results/pmf.tsx"),
      route("chain", "routes/results/chain.tsx"),
      route("chain/:companyId", "routes/results/chain-company.tsx"),
      route("needs", "routes/results/needs.tsx"),
      route("needs/code", "routes/results/code-answers.tsx"),
      route("insights", "routes/results/insights.tsx"),
      route("insights/evidence", "routes/results/insight-evidence.tsx"),
      route("market", "routes/market/market.tsx"),
      route("market/sheet", "routes/market/sheet.tsx"),
      route("growth", "routes/growth/growth.tsx", [
        index("routes/growth/start.ts"),
        route("money", "routes/growth/money.tsx"),
      ]),
      route("competitors", "routes/competitors/competitors.tsx", [
        index("routes/competitors/list.tsx"),
        route("own", "routes/competitors/own.tsx"),
        route("rivals/:key", "routes/competitors/rival.tsx"),
        route("rivals/:key/card", "routes/competitors/card.tsx"),
        route("features", "routes/competitors/features.tsx"),
        route("features/:featureId", "routes/competitors/feature.tsx"),
        route("matrix", "routes/competitors/matrix.tsx"),
        route("analysis", "routes/competitors/analysis.tsx"),
        route("by-role", "routes/competitors/by-role.tsx"),
        route("users/:key?", "routes/competitors/users.tsx"),
        route("claims", "routes/competitors/claims.tsx"),
        route("claims/:claimId", "routes/competitors/claim.tsx"),
      ]),
      route("report", "routes/reports/report.tsx", { id: "study-report" }),
    ]),
    route("companies", "routes/companies/companies.tsx", [
      index("routes/companies/list.tsx"),
      route("people", "routes/companies/people.tsx"),
      route("imports", "routes/companies/imports.tsx"),
    ]),
    route("companies/imports/:importId", "routes/companies/import.tsx"),
    route("companies/:companyId", "routes/companies/company.tsx"),
    route("companies/:companyId/people/:contactId", "routes/companies/contact.tsx"),
    route("reports", "routes/reports/list.tsx"),
    route("reports/:studyId", "routes/reports/report.tsx"),
    route("settings", "routes/settings/settings.tsx", [
      index("routes/settings/you.tsx"),
      route("members", "routes/settings/members.tsx"),
      route("workspace", "routes/settings/workspace.tsx"),
    ]),
  ]),

  // Files
  route("companies/people.csv", "routes/companies/people-csv.ts"),
  route("studies/:studyId/competitors/matrix.csv", "routes/competitors/matrix-csv.ts"),
  route("studies/:studyId/competitors/matrix.xlsx", "routes/competitors/matrix-xlsx.ts"),
  route("studies/:studyId/competitors/cells", "routes/competitors/cells.ts"),
  route("studies/:studyId/growth/money.csv", "routes/growth/money-csv.ts"),
  route("studies/:studyId/responses.csv", "routes/results/responses-csv.ts"),

  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
