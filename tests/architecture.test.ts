/** The walls of the house: who may import whom, how files are named, and what every route and query keeps to. */
import { describe, expect, test } from "vitest";
import { takenExports } from "./support/architecture/exports";
import { noBarrels, noJunkDrawers, shortFiles } from "./support/architecture/files";
import { awaitedQueries, limitedToWorkspace } from "./support/architecture/queries";
import { oneGate, wordsAtHome } from "./support/architecture/screens";
import { parse, type Rule, readSources } from "./support/architecture/sources";
import {
  browserSafe,
  oneEnvironment,
  oneForm,
  pureDomain,
  queriesAtHome,
  surveyCoreAside,
  walls,
} from "./support/architecture/walls";

const program = readSources(["app", "db"]);
const everything = [...program, ...readSources(["tests"])];

describe("the house keeps to its rules", () => {
  const rules = {
    ...{ walls, pureDomain, queriesAtHome, surveyCoreAside, browserSafe, oneEnvironment, oneForm },
    ...{ limitedToWorkspace, awaitedQueries, oneGate, wordsAtHome },
  };
  test.each(Object.entries(rules))("%s", { timeout: 60_000 }, (_, rule) => {
    expect(rule(program)).toEqual([]);
  });
  test.each(Object.entries({ shortFiles, noJunkDrawers, noBarrels, takenExports }))(
    "%s",
    { timeout: 60_000 },
    (_, rule) => {
      expect(rule(everything)).toEqual([]);
    },
  );
});

/** Small programs by path that break a rule, and the place and words of what must be found. */
type Broken = [rule: Rule, files: Record<string, string>, found: string[]];

const gate = {
  "app/server/gate.ts": `
export function openToAll(request: Request) { requireSameOrigin(request); }
export async function requireMember(request: Request) { return openToAll(request); }
export const countVisits = () => 1;`,
};

const broken: Broken[] = [
  [
    walls,
    { "app/domain/a.ts": `import { useText } from "../i18n/use-text";` },
    ["app/domain/a.ts:1 domain imports i18n"],
  ],
  [walls, { "app/domain/a.ts": `export type { Row } from "~/data/rows";` }, ["domain imports data"]],
  [
    walls,
    { "db/tables/a.ts": `import { chainRoles } from "~/domain/chain/role";` },
    ["db imports more than types of domain"],
  ],
  [walls, { "db/client.ts": `import { newId } from "../app/data/ids";` }, ["db imports data"]],
  [walls, { "app/data/a.ts": `import { env } from "~/server/env";` }, ["data imports server"]],
  [walls, { "app/data/a.ts": `type T = import("~/features/a/b").T;` }, ["data imports features"]],
  [
    walls,
    { "app/server/a.ts": `import { kits } from "~db/columns";` },
    ["server imports more than types of db"],
  ],
  [
    walls,
    { "app/server/a.ts": `\nexport * from "~/routes/home";` },
    ["app/server/a.ts:2 server imports routes"],
  ],
  [
    walls,
    { "app/components/a.tsx": `import { chainRoles, type ChainRole } from "~/domain/chain/role";` },
    ["components imports more than types of domain"],
  ],
  [
    walls,
    { "app/components/a.tsx": `import { Plan } from "~/features/study/plan";` },
    ["components imports features"],
  ],
  [
    walls,
    { "app/i18n/a.ts": `import { reasonOf } from "~/domain/outcome";` },
    ["i18n imports more than types of domain"],
  ],
  [
    walls,
    { "app/features/pmf/a.tsx": `import { Plan } from "../study/plan";` },
    ["a feature imports another feature"],
  ],
  [
    walls,
    { "app/features/pmf/a.tsx": `import { listStudies } from "~/data/studies";` },
    ["features imports more than types of data"],
  ],
  [
    walls,
    { "app/features/pmf/a.tsx": `import type { Gate } from "~/server/gate";` },
    ["features imports server"],
  ],
  [walls, { "app/routes/a.tsx": `import { openStore } from "~db/client";` }, ["routes imports db"]],
  [walls, { "app/routes/a.tsx": `import type { Store } from "~db/client";` }, ["routes imports db"]],
  [
    walls,
    { "app/routes/a.tsx": `import { loader } from "./member";` },
    ["routes imports more than types of routes"],
  ],
  [walls, { "app/routes/a.tsx": `const late = () => import("~db/client");` }, ["routes imports db"]],
  [
    walls,
    { "app/entry.server.tsx": `import Home from "./routes/home";` },
    ["routes imports more than types of routes"],
  ],
  [walls, { "app/launch/a.mjs": `import { env } from "../server/env.ts";` }, ["launch imports server"]],
  [walls, { "app/odd/a.ts": `import { value } from "~/domain/outcome";` }, ["elsewhere imports domain"]],
  [
    pureDomain,
    { "app/domain/a.ts": `import { readFileSync } from "node:fs";` },
    ["the domain imports node:fs"],
  ],
  [
    pureDomain,
    { "app/domain/a.ts": `import type { ReactNode } from "react";` },
    ["the domain imports react"],
  ],
  [
    pureDomain,
    { "app/domain/a.ts": `const a = [Date.now(), new Date(), Math.random()];` },
    ["reads the clock", "reads the clock", "is random"],
  ],
  [queriesAtHome, { "app/features/a/b.ts": `import { eq } from "drizzle-orm";` }, ["drizzle outside"]],
  [
    queriesAtHome,
    { "app/server/a.ts": `const rows = await store.db.select().from(t);` },
    ["a query outside"],
  ],
  [
    surveyCoreAside,
    { "app/domain/a.ts": `const { Model } = await import("survey-core");` },
    ["loads survey-core"],
  ],
  [
    surveyCoreAside,
    { "app/domain/questionnaire/compile-a.ts": `import { Model } from "survey-core";` },
    ["not when it is reached"],
  ],
  [
    surveyCoreAside,
    { "app/features/respond/a.tsx": `import { Mount } from "./full-survey-mount";` },
    ["loads ./full-survey-mount at once"],
  ],
  [
    surveyCoreAside,
    { "app/features/respond/a.tsx": `import { Survey } from "survey-react-ui";` },
    ["loads survey-react-ui"],
  ],
  [
    surveyCoreAside,
    { "app/features/questionnaire/editor/a.tsx": `import { PreviewSurvey } from "./preview-survey";` },
    ["loads ./preview-survey at once"],
  ],
  [
    surveyCoreAside,
    { "app/features/questionnaire/editor/settings-pane.tsx": `import { Model } from "survey-core";` },
    ["loads survey-core"],
  ],
  [
    browserSafe,
    {
      "app/features/text/a.tsx": `import { words } from "~/domain/text/words";`,
      "app/domain/text/words.ts": `export * from "./segment";`,
      "app/domain/text/segment.ts": `import { Jieba } from "@node-rs/jieba";`,
    },
    ["app/domain/text/segment.ts:1 the browser would load @node-rs/jieba, by way of app/features/text/a.tsx"],
  ],
  [
    oneEnvironment,
    { "app/server/mail.ts": `const host = process.env.SMTP_HOST;` },
    ["reads the environment"],
  ],
  [oneEnvironment, { "db/client.ts": `const host = process["env"].HOST;` }, ["reads the environment"]],
  [oneForm, { "app/routes/a.ts": `const form = await request.formData();` }, ["past `postedForm`"]],
  [
    limitedToWorkspace,
    { "app/data/a.ts": `export async function listA({ db }: Store) {}` },
    ["listA is not limited"],
  ],
  [
    limitedToWorkspace,
    { "app/data/a.ts": `export const listA = async (store: Store, given: { workspaceId?: string }) => 1;` },
    ["listA is not limited"],
  ],
  [
    limitedToWorkspace,
    {
      "app/data/a.ts": `type In = { workspaceId: string };\nexport function findA(s: Store, given: Omit<In, "workspaceId"> & { id: string }) {}`,
    },
    ["app/data/a.ts:2 findA is not limited"],
  ],
  [
    limitedToWorkspace,
    {
      "app/data/a.ts": `import type { In } from "./b";\nexport function findA(s: Store, given: In) {}`,
      "app/data/b.ts": `export type In = { id: string };`,
    },
    ["findA is not limited"],
  ],
  [
    awaitedQueries,
    { "app/data/a.ts": `async function f() { db.insert(t).values(v).onConflictDoNothing(); }` },
    ["nobody awaits"],
  ],
  [
    awaitedQueries,
    { "app/data/a.ts": `async function f() { void store.db.delete(t); store.atomically(() => []); }` },
    ["nobody awaits", "nobody awaits"],
  ],
  [
    oneGate,
    { ...gate, "app/routes/a.ts": `export const loader = async ({ request }: Args) => countVisits();` },
    ["loader calls no gate"],
  ],
  [
    oneGate,
    {
      ...gate,
      "app/routes/a.ts": `export async function action({ request }: Args) { openToAll(request); return both(request); }\nconst both = (request: Request) => requireMember(request);`,
    },
    ["action calls openToAll, requireMember instead of one gate"],
  ],
  [
    oneGate,
    { ...gate, "app/routes/a.ts": `export { loader } from "~/server/gate";` },
    ["loader is written elsewhere"],
  ],
  [
    oneGate,
    { ...gate, "app/routes/a.ts": `export const loader = () => theStore();` },
    ["loader calls no gate"],
  ],
  [wordsAtHome, { "app/features/a/b.tsx": `const a = <p>Save</p>;` }, ["words outside i18n: Save"]],
  [
    wordsAtHome,
    { "app/features/a/b.tsx": `const a = <p aria-label="Close">{"Save"}</p>;` },
    ["words outside i18n: Close", "words outside i18n: Save"],
  ],
  [
    wordsAtHome,
    {
      "app/features/a/b.tsx": `const a = <p title={\`Page \${n}\`}>{late ? "Late" : (early && "Early")}</p>;`,
    },
    ["words outside i18n: Page", "words outside i18n: Late", "words outside i18n: Early"],
  ],
  [wordsAtHome, { "app/server/a.ts": `const a = "份" + n;` }, ["Chinese outside i18n: 份"]],
  [wordsAtHome, { "app/components/a.ts": `const a = "\\u4fdd";` }, ["Chinese outside i18n: 保"]],
  [shortFiles, { "app/a.ts": "1;\n".repeat(401) }, ["app/a.ts:401 has 401 lines"]],
  [noJunkDrawers, { "app/utils/a.ts": "", "tests/lib.test.ts": "" }, ["utils", "lib"]],
  [noBarrels, { "app/domain/index.ts": "" }, ["app/domain/index.ts:1 is a barrel"]],
  [
    takenExports,
    {
      "app/domain/a.ts": `export const one = 1;\nexport type Two = 2;\nexport function three() {}`,
      "app/domain/b.ts": `import { one } from "./a";`,
    },
    ["app/domain/a.ts:3 three is exported for nobody"],
  ],
];

const programOf = (files: Record<string, string>) =>
  Object.entries(files).map(([path, text]) => parse(path, text));

describe("a broken rule is found", () => {
  test.each(
    broken.map(([rule, files, found]) => ({ rule, files, found, text: Object.values(files).at(-1) })),
  )("$text", ({ rule, files, found }) => {
    const findings = rule(programOf(files));
    expect(findings).toEqual(found.map((what) => expect.stringContaining(what)));
  });
});

describe("what the house allows is not found", () => {
  const fine: [Rule, Record<string, string>][] = [
    [
      walls,
      {
        "db/seed/a.ts": `import { insertStudy } from "~/data/studies";\nimport { value } from "~/domain/outcome";\nimport { newId } from "../new-id";`,
      },
    ],
    [walls, { "db/tables/a.ts": `import type { ChainRole } from "~/domain/chain/role";` }],
    [walls, { "app/i18n/a.ts": `import { type Language, languages } from "~/domain/language";` }],
    [
      walls,
      {
        "app/server/a.ts": `import { newToken } from "~db/new-id";\nimport { seedSample } from "~db/seed/sample";`,
      },
    ],
    [
      walls,
      {
        "app/routes/a/b.tsx": `import type { loader } from "../member";\nimport { Plan } from "~/features/study/plan";`,
      },
    ],
    [
      walls,
      { "app/features/pmf/a.tsx": `import type { Study } from "~/data/studies";\nimport { b } from "./b";` },
    ],
    [
      surveyCoreAside,
      {
        "app/domain/questionnaire/compile.ts": `import type { Question } from "survey-core";\nconst a = import("survey-core");`,
      },
    ],
    [browserSafe, { "app/features/a/b.ts": `import type { Jieba } from "@node-rs/jieba";` }],
    [
      oneEnvironment,
      { "app/server/env.ts": `process.env.PORT;`, "app/a.ts": `import.meta.env.DEV; const env = 1;` },
    ],
    [
      limitedToWorkspace,
      {
        "app/data/a.ts": `import type { In as Within } from "./b";\nexport function findA(s: Store, { id }: Within & { id: string }) {}\nexport const listA = (s: Store, given: Omit<Within, "id">) => 1;\nfunction own(s: Store) {}`,
        "app/data/b.ts": `export type In = { workspaceId: string; id: string };`,
      },
    ],
    [
      awaitedQueries,
      { "app/data/a.ts": `async function f() { await db.insert(t).values(v); return db.select(); }` },
    ],
    [
      oneGate,
      {
        ...gate,
        "app/routes/a.ts": `export const loader = () => redirect("/");\nconst refuse = async ({ request }: Args) => { await requireMember(request); };\nexport const action = refuse;`,
        "app/routes/b.ts": `export const loader = async ({ request }: Args) => open(request);\nasync function open(request: Request) { return openToAll(request); }`,
      },
    ],
    [
      wordsAtHome,
      {
        "app/features/a/b.tsx": `const a = <p className="grid gap-2" title={text.a}>{n} · {kind === "some" ? text.b : "–"}</p>;`,
        "app/i18n/en/a.ts": `const a = "保存";`,
      },
    ],
    [noJunkDrawers, { "app/domain/account/common-password.ts": "" }],
    [
      takenExports,
      {
        "app/domain/a.ts": `export const one = 1;\nexport type Two = 2;`,
        "app/domain/c.ts": `export const late = 1;`,
        "tests/a.test.ts": `import { one as first, type Two } from "~/domain/a";\nconst c = import("~/domain/c");`,
      },
    ],
  ];
  test.each(fine.map(([rule, files]) => ({ rule, files, text: Object.values(files).at(-1) })))(
    "$text",
    ({ rule, files }) => {
      expect(rule(programOf(files))).toEqual([]);
    },
  );
});
