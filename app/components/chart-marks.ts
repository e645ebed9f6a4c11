/** What Chart.js does not draw by itself: whiskers, joins, reference lines and names; and the colours of it all. */
import { Chart, type Plugin } from "chart.js";
import { color } from "chart.js/helpers";
import type { Format, Interval } from "~/i18n/format";
import { type ChartData, isPoints } from "./chart-data";

/** A dashed line across the plot at a value of the value axis, or of the category axis of a curve or scatter. */
export type ReferenceLine = { axis: "value" | "category"; at: number; label: string };

export type Drawing = {
  data: ChartData;
  lines: readonly ReferenceLine[];
  /** The ends of the value axis, where they are given. */
  range?: Interval;
  categoryRange?: Interval;
  format: Format;
  animated: boolean;
};

export const token = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const seriesTokens = ["series-1", "series-2", "series-3", "series-4", "series-5", "series-6"];
/** The shared palette: a role's own colour, steps of one colour for ordered shares, else the series colours in turn. */
export function colourOf(data: ChartData, index: number): string {
  const role = data.series[index]?.role;
  if (role) return token(role);
  if (data.kind === "stacked") {
    // The part of the first colour: the first of the answers is the deepest, as in every file.
    const step = data.series.length > 1 ? 1 - index / (data.series.length - 1) : 1;
    return color(token("series-1"))
      .mix(color(token("ramp-low")), step)
      .rgbString();
  }
  return token(seriesTokens[index % seriesTokens.length] ?? "series-1");
}

/** Interval whiskers, through each bar or dot. */
export const whiskers = ({ data }: Drawing): Plugin => ({
  id: "whiskers",
  afterDatasetsDraw(chart) {
    if (isPoints(data) || data.kind === "stacked") return;
    const { ctx } = chart;
    const scale = chart.scales[data.horizontal ? "x" : "y"];
    ctx.save();
    const thick = data.kind === "range";
    ctx.lineWidth = thick ? 14 : 1.5;
    data.series.forEach(({ intervals }, index) => {
      if (!intervals || !scale || !chart.isDatasetVisible(index)) return;
      ctx.strokeStyle = data.kind === "bar" ? token("ink") : colourOf(data, index);
      chart.getDatasetMeta(index).data.forEach((element, item) => {
        const ends = intervals[item];
        if (!ends) return;
        const across = data.horizontal ? element.y : element.x;
        const [low, high] = [scale.getPixelForValue(ends[0]), scale.getPixelForValue(ends[1])];
        const atEnds = [
          [low, across - 4, low, across + 4],
          [high, across - 4, high, across + 4],
        ] as const;
        const strokes = [[low, across, high, across] as const, ...(thick ? [] : atEnds)];
        ctx.beginPath();
        for (const [a, b, c, d] of strokes) {
          ctx.moveTo(...(data.horizontal ? ([a, b] as const) : ([b, a] as const)));
          ctx.lineTo(...(data.horizontal ? ([c, d] as const) : ([d, c] as const)));
        }
        ctx.stroke();
      });
    });
    ctx.restore();
  },
});

/** A bar between the two dots of each category. */
export const joins = ({ data }: Drawing): Plugin => ({
  id: "joins",
  beforeDatasetsDraw(chart) {
    if (data.kind !== "dumbbell") return;
    const { ctx } = chart;
    const [first, second] = [chart.getDatasetMeta(0).data, chart.getDatasetMeta(1).data];
    ctx.save();
    ctx.lineWidth = 4;
    ctx.strokeStyle = token("edge");
    data.categories.forEach((_, item) => {
      const [from, to] = [first[item], second[item]];
      if (!from || !to || data.series.some(({ values }) => values[item] === null)) return;
      ctx.beginPath();
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
      ctx.stroke();
    });
    ctx.restore();
  },
});

/** Reference lines, and the names of a scatter's points. */
export const labels = ({ data, lines }: Drawing): Plugin => ({
  id: "labels",
  afterDatasetsDraw(chart) {
    const { ctx, chartArea: area } = chart;
    const horizontal = !isPoints(data) && data.horizontal;
    ctx.save();
    ctx.font = `${Chart.defaults.font.size}px ${Chart.defaults.font.family}`;
    ctx.textBaseline = "alphabetic";
    ctx.fillStyle = token("muted");
    ctx.strokeStyle = token("ink");
    for (const { axis, at, label } of lines) {
      const upright = (axis === "value") === Boolean(horizontal);
      const place = chart.scales[upright ? "x" : "y"]?.getPixelForValue(at) ?? 0;
      ctx.setLineDash([4, 4]);
      ctx.beginPath();
      ctx.moveTo(upright ? place : area.left, upright ? area.top : place);
      ctx.lineTo(upright ? place : area.right, upright ? area.bottom : place);
      ctx.stroke();
      const atEnd = upright && place + 6 + ctx.measureText(label).width > area.right;
      // A line's last point stands at the right edge, so the name goes between the points.
      const between = !upright && data.kind === "line";
      ctx.textAlign = between ? "center" : upright && !atEnd ? "left" : "right";
      ctx.fillText(
        label,
        upright ? place + (atEnd ? -6 : 6) : between ? (area.left + area.right) / 2 : area.right - 4,
        upright ? area.top - 6 : place - 6,
      );
    }
    if (isPoints(data) && data.kind === "scatter") {
      ctx.fillStyle = token("ink");
      data.series.forEach(({ points, quiet }, index) => {
        if (quiet || !chart.isDatasetVisible(index)) return;
        chart.getDatasetMeta(index).data.forEach((element, item) => {
          const label = points[item]?.label ?? "";
          const left = element.x + 8 + ctx.measureText(label).width > area.right;
          ctx.textAlign = left ? "right" : "left";
          ctx.fillText(label, element.x + (left ? -8 : 8), element.y + 4);
        });
      });
    }
    ctx.restore();
  },
});

/** Paper under the chart, so that it stays readable when printed or saved from a dark screen. */
export const paper: Plugin = {
  id: "paper",
  beforeDraw({ ctx, width, height }) {
    ctx.save();
    ctx.fillStyle = token("surface");
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
};

/** Dots of one category a little apart, so that the intervals of several series can be told apart. */
export const apart = ({ data }: Drawing): Plugin => ({
  id: "apart",
  beforeDatasetsDraw(chart) {
    if (data.kind !== "dot" || data.series.length < 2) return;
    const scale = chart.scales[data.horizontal ? "y" : "x"];
    data.series.forEach((_, index) => {
      const shift = (index - (data.series.length - 1) / 2) * 7;
      chart.getDatasetMeta(index).data.forEach((element, item) => {
        element[data.horizontal ? "y" : "x"] = (scale?.getPixelForValue(item) ?? 0) + shift;
      });
    });
  },
});
