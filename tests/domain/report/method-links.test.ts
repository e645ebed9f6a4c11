import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { allMethods } from "~/domain/methods/all-methods";

const folders = [
  "app/features/results",
  "app/features/report",
  "app/routes/results",
  "app/features/competitors",
];

test("every method that results and report point to is explained", () => {
  const used = folders.flatMap((folder) => {
    const at = fileURLToPath(new URL(`../../../${folder}/`, import.meta.url));
    return readdirSync(at, { withFileTypes: true }).flatMap((file) =>
      [
        ...(file.isFile() ? readFileSync(at + file.name, "utf8") : "").matchAll(
          /\bmethod=(?:"([^"]+)"|\{[^}?]*\? "([^"]+)" : "([^"]+)"\})/g,
        ),
      ].flatMap(([, ...keys]) => keys.filter((key) => key && key !== "post" && key !== "get")),
    );
  });
  const known = new Set(allMethods.map(({ key }) => key));
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((key) => !key || !known.has(key))).toEqual([]);
});
