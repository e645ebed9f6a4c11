import { expect, test } from "vitest";
import { Figure, type FigureProps } from "~/components/figure";
import { drawn, read } from "./draw";

const undecided: FigureProps = {
  label: "Very disappointed",
  state: {
    kind: "value",
    value: 0.38,
    interval: [0.21, 0.59],
    verdict: "undecided",
    threshold: 0.4,
    moreNeeded: 1840,
  },
  n: 21,
  companies: 14,
  method: "sean-ellis",
  answers: "/studies/1/responses",
};

test("a figure says value, interval, verdict, what would decide it, n and companies", () => {
  expect(read(drawn(<Figure {...undecided} />))).toBe(
    "Very disappointed 38% 95% interval 21–59% Undecided · threshold 40% " +
      "1,840 more answers at today's share would decide it n = 21 · 14 companies See the answers How is this computed?",
  );
});

test("an end that only rounding would set on the threshold shows a digit more", () => {
  const said = (interval: [number, number]) =>
    read(
      drawn(
        <Figure label="" state={{ kind: "value", value: 0.5, interval, verdict: "above", threshold: 0.4 }} />,
      ),
    );
  expect(said([0.404, 0.596])).toBe("50.0% 95% interval 40.4–59.6% Above · threshold 40%");
  expect(said([0.41, 0.596])).toBe("50% 95% interval 41–60% Above · threshold 40%");
});

test("it leads to the method and to the answers behind it", () => {
  const html = drawn(<Figure {...undecided} />);
  expect(html).toContain('href="/methods/sean-ellis"');
  expect(html).toContain('href="/studies/1/responses"');
});

test("it says the same in Chinese", () => {
  expect(read(drawn(<Figure {...undecided} label="非常失望" />, "zh-CN"))).toBe(
    "非常失望 38% 95% 区间 21%～59% 尚无定论 · 阈值 40% 按目前的占比，再有 1,840 条回答即可下结论 " +
      "n = 21 · 14 家公司 查看回答 如何计算？",
  );
});

test("each verdict has its own word and its own shape", () => {
  const shapes = (["above", "below", "undecided"] as const).map((verdict) => {
    const html = drawn(
      <Figure label="x" state={{ kind: "value", value: 0.5, interval: [0.4, 0.6], verdict }} />,
    );
    return { word: /Above|Below|Undecided/.exec(html)?.[0], shape: / d="([^"]+)"/.exec(html)?.[1] };
  });
  expect(shapes.map(({ word }) => word)).toEqual(["Above", "Below", "Undecided"]);
  expect(new Set(shapes.map(({ shape }) => shape)).size).toBe(3);
});

test("too few answers are counted, without a percentage or a verdict", () => {
  const text = read(drawn(<Figure label="Upset" n={4} state={{ kind: "few", k: 3, n: 4 }} />));
  expect(text).toBe("Upset 3 of 4 Too few for a percentage n = 4");
  expect(text).not.toContain("%");
});

test("no value says why, without a bar", () => {
  const html = drawn(<Figure label="LTV" state={{ kind: "none", reason: "zero-denominator" }} />);
  expect(read(html)).toBe("LTV No value It would mean dividing by zero.");
  expect(html).not.toContain("<svg");
});

test("a value without an interval says that there is none", () => {
  expect(read(drawn(<Figure label="NPS" unit="number" state={{ kind: "value", value: 12.5 }} />))).toBe(
    "NPS 12.5 no interval: too few answers or companies",
  );
});

test("in a row it says the same without the bar", () => {
  const html = drawn(<Figure {...undecided} size="row" />);
  expect(read(html)).toBe(read(drawn(<Figure {...undecided} />)));
  expect(html).not.toContain("<circle");
});

test("money carries its currency", () => {
  const state = { kind: "value", value: 129, interval: [99, 168] } as const;
  expect(read(drawn(<Figure label="Price" unit={{ currency: "CNY" }} state={state} />))).toBe(
    "Price ¥129 95% interval ¥99–¥168",
  );
});
