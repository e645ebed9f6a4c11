/** Who may import whom: see `docs/decisions/0009-the-walls.md`. */

import ts from "typescript";
import { importsOf, isPackage, pathOf, sourceOf } from "./imports";
import { at, eachNode, type Finding, type Rule, type Source } from "./sources";

const rooms = ["domain", "components", "features", "data", "server", "i18n", "routes", "launch"] as const;
type Room = (typeof rooms)[number] | "db" | "seed" | "elsewhere";

function roomOf(path: string): Room {
  if (path.startsWith("db/seed/")) return "seed";
  if (path.startsWith("db/")) return "db";
  // The entries, the root and the URL map stand where the routes stand.
  if (/^app\/(root|routes|entry\.\w+|styles)(\.|$)/.test(path)) return "routes";
  return rooms.find((room) => path.startsWith(`app/${room}/`)) ?? "elsewhere";
}

/** The rooms each may import, and those of which it may import types alone. */
const mayImport: Record<Room, { values: readonly Room[]; types?: readonly Room[] }> = {
  domain: { values: ["domain"] },
  db: { values: ["db"], types: ["domain"] },
  seed: { values: ["seed", "db", "data", "domain"] },
  data: { values: ["data", "db", "domain"] },
  server: { values: ["server", "data", "domain", "i18n", "seed"], types: ["db"] },
  components: { values: ["components", "i18n"], types: ["domain"] },
  i18n: { values: ["i18n"], types: ["domain"] },
  features: { values: ["features", "components", "domain", "i18n"], types: ["data"] },
  routes: { values: ["features", "components", "domain", "i18n", "data", "server"], types: ["routes"] },
  launch: { values: ["launch"] },
  elsewhere: { values: [] },
};

/** Single files that a room may import beside its rooms. */
const alsoValues: Partial<Record<Room, readonly string[]>> = {
  server: ["db/client", "db/new-id"],
  i18n: ["app/domain/language"],
  routes: ["app/styles"],
};

const featureOf = (path: string) => /^app\/features\/([^/]+)/.exec(path)?.[1];

function complaint(from: string, to: string, typeOnly: boolean): string | undefined {
  const [room, target] = [roomOf(from), roomOf(to)];
  const { values, types = [] } = mayImport[room];
  if (room === "features" && target === "features" && featureOf(from) !== featureOf(to))
    return `a feature imports another feature, ${to}`;
  if (values.includes(target) || alsoValues[room]?.includes(to)) return undefined;
  if (typeOnly && types.includes(target)) return undefined;
  const more = types.includes(target) ? "more than types of " : "";
  return `${room} imports ${more}${target}, ${to}`;
}

/** Every import stays within the table. */
export const walls: Rule = (sources) =>
  sources.flatMap((source) =>
    importsOf(source).flatMap(({ specifier, typeOnly, node }) => {
      const to = pathOf(source.path, specifier);
      const what = to === null ? undefined : complaint(source.path, to, typeOnly);
      return what ? [at(source, node, what)] : [];
    }),
  );

const impure = [/^node:/, /^(react|@remix-run|drizzle-orm|pg|better-sqlite3)(\/|$)/, /^react-/];

/** The domain reaches for nothing outside: no Node, screen or database package, no clock, no chance. */
export const pureDomain: Rule = (sources) => {
  const domain = sources.filter(({ path }) => roomOf(path) === "domain");
  const outside = domain.flatMap((source) =>
    importsOf(source)
      .filter(({ specifier }) => impure.some((pattern) => pattern.test(specifier)))
      .map(({ specifier, node }) => at(source, node, `the domain imports ${specifier}`)),
  );
  const restless = eachNode(domain, (node) => {
    if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
      return "the domain reads the clock";
    if (!ts.isPropertyAccessExpression(node)) return undefined;
    const text = node.getText();
    if (/^(Date|performance)\.now$/.test(text)) return "the domain reads the clock";
    return /^(Math\.random|crypto\.)/.test(text) && "the domain is random";
  });
  return [...outside, ...restless];
};

/** Drizzle is spoken in `data` and `db`, and nobody else asks a store. */
export const queriesAtHome: Rule = (sources) => {
  const others = sources.filter(({ path }) => !["data", "db", "seed"].includes(roomOf(path)));
  const spoken = others.flatMap((source) =>
    importsOf(source)
      .filter(({ specifier }) => isPackage(specifier, "drizzle-orm"))
      .map(({ node }) => at(source, node, "drizzle outside data and db")),
  );
  const asked = eachNode(others, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return undefined;
    return (
      /\bdb\.(select|selectDistinct|insert|update|delete|execute|\$count|all|run|get|with)$/.test(
        node.getText(),
      ) && "a query outside data and db"
    );
  });
  return [...spoken, ...asked];
};

/** What SurveyJS draws, for respondents and in the editor; nobody but themselves may need them at once. */
const richPages = [
  "app/features/respond/full-survey-mount",
  "app/features/questionnaire/editor/preview-survey",
];
const isRich = (path: string | null) => path !== null && richPages.includes(path.replace(/\.tsx$/, ""));
const isCompiler = (path: string) =>
  /^app\/domain\/questionnaire\/(compile[\w-]*|survey-properties)\.ts$/.test(path);

/** survey-core costs a server 70 MB and a browser 300 kB, so only publishing and the rich pages load it, when reached. */
export const surveyCoreAside: Rule = (sources) =>
  sources.flatMap((source) =>
    importsOf(source).flatMap(({ specifier, typeOnly, lazy, node }) => {
      const isSurvey = /^survey-(core|react-ui)(\/|$)/.test(specifier);
      if (typeOnly || !(isSurvey || isRich(pathOf(source.path, specifier)))) return [];
      if (isSurvey && !isCompiler(source.path) && !isRich(source.path))
        return [at(source, node, `loads ${specifier}`)];
      return lazy || isRich(source.path)
        ? []
        : [at(source, node, `loads ${specifier} at once, not when it is reached`)];
    }),
  );

const notForBrowsers = /^(node:|@node-rs\/|drizzle-orm|better-sqlite3|pg$)/;

/** Nothing that screens load leads to native code, Node or the database. */
export const browserSafe: Rule = (sources) => {
  const findings: Finding[] = [];
  const seen = new Set<Source>();
  const follow = (source: Source, way: readonly string[]) => {
    if (seen.has(source)) return;
    seen.add(source);
    for (const { specifier, typeOnly, node } of importsOf(source)) {
      if (typeOnly) continue;
      if (notForBrowsers.test(specifier))
        findings.push(at(source, node, `the browser would load ${specifier}, by way of ${way.join(" → ")}`));
      const next = sourceOf(sources, source.path, specifier);
      if (next) follow(next, [...way, next.path]);
    }
  };
  for (const source of sources)
    if (["components", "features"].includes(roomOf(source.path))) follow(source, [source.path]);
  return findings;
};

/** The environment is read in one place, and by what starts the program. */
export const oneEnvironment: Rule = (sources) =>
  eachNode(
    sources.filter(({ path }) => path !== "app/server/env.ts" && roomOf(path) !== "launch"),
    (node) =>
      (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
      node.expression.getText() === "process" &&
      /\benv\b/.test(node.getText().slice("process".length)) &&
      "reads the environment",
  );

/** A posted form is read in one place, which takes out what the database refuses. */
export const oneForm: Rule = (sources) =>
  eachNode(
    sources.filter(({ path }) => path !== "app/server/request.ts"),
    (node) =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === "formData" &&
      "reads a form past `postedForm`",
  );
