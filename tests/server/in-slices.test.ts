import { expect, test } from "vitest";
import { atOnce, type Steps } from "~/domain/steps";
import { inSlices } from "~/server/in-slices";

function* busy(steps: number, each: number): Steps<number> {
  for (let step = 0; step < steps; step++) {
    const until = performance.now() + each;
    while (performance.now() < until);
    yield;
  }
  return steps;
}

test("whoever waits is answered between two slices, and the result is that of one go", async () => {
  let answered = 0;
  const waiting = setInterval(() => answered++, 1);
  expect(await inSlices(busy(30, 10))).toBe(30);
  clearInterval(waiting);
  // Ten slices or more: in one go it would be none.
  expect(answered).toBeGreaterThan(3);
  expect(atOnce(busy(3, 0))).toBe(3);
});

test("what goes wrong half-way is thrown to whoever waits", async () => {
  const fails = function* (): Steps<number> {
    yield;
    throw new Error("half-way");
  };
  await expect(inSlices(fails())).rejects.toThrow("half-way");
});
