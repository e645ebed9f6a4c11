/** Everything that needs Chart.js; loaded by `chart.tsx` in the browser, when a chart is there to be drawn. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";
import { color } from "chart.js/helpers";
import type { Format, Interval, Unit } from "~/i18n/format";
import { type ChartData, isPoints } from "./chart-data";

Chart.register(
  ...[BarController, LineController, ScatterController],
  ...[BarElement, LineElement, PointElement],
  ...[CategoryScale, LinearScale, Legend, Tooltip],
);

/** A dashed line across the plot at a value of the value axis, or of the category axis of a curve or scatter. */
export type ReferenceLine = { axis: "value" | "category"; at: number; label: string };

type Drawing = {
  data: ChartData;
  lines: readonly ReferenceLine[];
  /** The ends of the value axis, where they are given. */
  range?: Interval;
  categoryRange?: Interval;
  format: Format;
  animated: boolean;
};

type Kind = "bar" | "line" | "scatter";
type Datum = number | null | { x: number; y: number };
type Dataset = ChartDataset<Kind, Datum[]>;

const token = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const seriesTokens = ["series-1", "series-2", "series-3", "series-4", "series-5", "series-6"];
const dashes = [[], [7, 4], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4]];
const shapes = ["circle", "rect", "triangle", "rectRot", "rectRounded"] as const;

/** The shared palette: a role's own colour, steps of one colour for ordered shares, else the series colours in turn. */
function colourOf(data: ChartData, index: number): string {
  const role = data.series[index]?.role;
  if (role) return token(role);
  if (data.kind === "stacked") {
    const step = data.series.length > 1 ? index / (data.series.length - 1) : 1;
    return color(token("series-1"))
      .mix(color(token("ramp-low")), step)
      .rgbString();
  }
  return token(seriesTokens[index % seriesTokens.length] ?? "series-1");
}

function pointStyleOf(kind: ChartData["kind"], index: number) {
  if (kind === "bar" || kind === "stacked") return "rect";
  return kind === "curve" ? "line" : shapes[index % shapes.length];
}

function datasetOf(data: ChartData, index: number): Dataset {
  const series = data.series[index];
  const colour = colourOf(data, index);
  const joined = data.kind === "line" || data.kind === "curve";
  const flat: Datum[] = !series ? [] : "points" in series ? [...series.points] : [...series.values];
  return {
    label: series?.label ?? "",
    data: flat,
    backgroundColor: colour,
    borderColor: data.kind === "stacked" ? token("surface") : colour,
    borderWidth: data.kind === "stacked" ? 1 : joined ? 2 : 0,
    borderDash: joined ? (dashes[index % dashes.length] ?? []) : [],
    pointStyle: pointStyleOf(data.kind, index),
    pointRadius: data.kind === "curve" || data.kind === "range" ? 0 : data.kind === "dumbbell" ? 6 : 4.5,
    pointHoverRadius: data.kind === "curve" ? 4 : 6,
    showLine: joined,
    maxBarThickness: 28,
  } as Dataset;
}

/** Interval whiskers, through each bar or dot. */
const whiskers = ({ data }: Drawing): Plugin => ({
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
const joins = ({ data }: Drawing): Plugin => ({
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
const labels = ({ data, lines }: Drawing): Plugin => ({
  id: "labels",
  afterDatasetsDraw(chart) {
    const { ctx, chartArea: area } = chart;
    const horizontal = !isPoints(data) && data.horizontal;
    ctx.save();
    ctx.font = `12px ${Chart.defaults.font.family}`;
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
      ctx.textAlign = upright && !atEnd ? "left" : "right";
      ctx.fillText(
        label,
        upright ? place + (atEnd ? -6 : 6) : area.right - 4,
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
const paper: Plugin = {
  id: "paper",
  beforeDraw({ ctx, width, height }) {
    ctx.save();
    ctx.fillStyle = token("surface");
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
};

/** The ends of the value axis must hold whiskers and reference lines, which Chart.js does not know of. */
function reach({ data, lines }: Drawing) {
  const ends = lines.filter(({ axis }) => axis === "value").map(({ at }) => at);
  for (const series of data.series) {
    if ("intervals" in series) for (const pair of series.intervals ?? []) ends.push(...(pair ?? []));
  }
  return { suggestedMin: Math.min(0, ...ends), suggestedMax: Math.max(...ends, 0) };
}

/** A horizontal chart's category names, broken so that they leave most of the width to the plot. */
const labelLines =
  (canvas: HTMLCanvasElement, categories: readonly string[]) =>
  (_: string | number, index: number): string[] => {
    const ctx = canvas.getContext("2d");
    const widest = Math.max(90, canvas.clientWidth * 0.4);
    if (!ctx) return [categories[index] ?? ""];
    ctx.save();
    ctx.font = `${Chart.defaults.font.size}px ${Chart.defaults.font.family}`;
    const lines = wrap(categories[index] ?? "", (text) => ctx.measureText(text).width, widest);
    ctx.restore();
    return lines;
  };

/** Dots of one category a little apart, so that the intervals of several series can be told apart. */
const apart = ({ data }: Drawing): Plugin => ({
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

/** As many digits behind the point as ticks of shares need to differ: an axis from 0 to 2 % has steps of half a per cent. */
export function shareDigits(ticks: readonly { value: number }[]): number {
  const step = ticks.length > 1 ? Math.abs(ticks[1]!.value - ticks[0]!.value) : 1;
  const exact = [0, 1, 2, 3].find((digits) => {
    const scaled = step * 100 * 10 ** digits;
    return Math.abs(scaled - Math.round(scaled)) < 1e-6;
  });
  return exact ?? 3;
}

/** Draws into the canvas; the caller destroys what it gets. */
export function drawChart(canvas: HTMLCanvasElement, drawing: Drawing): Chart<Kind, Datum[], string> {
  const { data, lines, range, categoryRange, format, animated } = drawing;
  const horizontal = !isPoints(data) && data.horizontal === true;
  const unit = data.unit ?? "number";
  const [ink, muted, line] = [token("ink"), token("muted"), token("line")];
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.color = muted;

  const tick = (of: Unit) => (value: string | number, _: number, ticks: readonly { value: number }[]) =>
    typeof of === "object"
      ? format.money(Number(value), of.currency, "compact")
      : format.figure(Number(value), of, of === "percent" ? shareDigits(ticks) : undefined);
  const base = (words: string) => ({
    title: { display: true, text: words, color: muted },
    border: { color: line },
    stacked: data.kind === "stacked",
  });
  const valueScale = {
    ...base(data.valueAxis),
    type: "linear" as const,
    grid: { color: line },
    ticks: { callback: tick(unit), maxTicksLimit: 7 },
    ...(range ? { min: range[0], max: range[1] } : reach(drawing)),
    ...(data.kind === "stacked" && unit === "percent" ? { max: 1 } : {}),
  };
  const categoryScale = isPoints(data)
    ? {
        ...base(data.categoryAxis),
        type: "linear" as const,
        grid: { color: line },
        ticks: { callback: tick(data.categoryUnit ?? "number"), maxTicksLimit: 7 },
        ...(categoryRange && { min: categoryRange[0], max: categoryRange[1] }),
      }
    : {
        ...base(data.categoryAxis),
        type: "category" as const,
        grid: { display: false },
        offset: data.kind !== "line",
        ticks: { color: ink, ...(horizontal && { callback: labelLines(canvas, data.categories) }) },
      };

  const configuration: ChartConfiguration<Kind, Datum[], string> = {
    type: isPoints(data) ? "scatter" : data.kind === "bar" || data.kind === "stacked" ? "bar" : "line",
    data: {
      labels: isPoints(data) ? undefined : [...data.categories],
      datasets: data.series.map((_, index) => datasetOf(data, index)),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: animated ? { duration: 300 } : false,
      indexAxis: horizontal ? "y" : "x",
      layout: { padding: { top: lines.length > 0 ? 18 : 4, right: 8 } },
      scales: horizontal ? { x: valueScale, y: categoryScale } : { x: categoryScale, y: valueScale },
      plugins: {
        legend: {
          display: data.series.length > 1,
          position: "bottom",
          labels: { usePointStyle: true, color: ink, boxHeight: 7, padding: 14 },
        },
        tooltip: {
          backgroundColor: ink,
          titleColor: token("surface"),
          bodyColor: token("surface"),
          displayColors: false,
          callbacks: {
            label: ({ dataset, parsed, dataIndex, datasetIndex }) => {
              const series = data.series[datasetIndex];
              const value = horizontal ? parsed.x : parsed.y;
              const ends = series && "intervals" in series ? series.intervals?.[dataIndex] : null;
              const figure = ends
                ? format.interval(value ?? 0, ends, { unit })
                : format.figure(value ?? 0, unit);
              const name = series && "points" in series ? series.points[dataIndex]?.label : undefined;
              return `${name ?? dataset.label}: ${figure}`;
            },
          },
        },
      },
    },
    plugins: [paper, apart(drawing), joins(drawing), whiskers(drawing), labels(drawing)],
  };
  return new Chart(canvas, configuration);
}

/** The chart with its title above and its note below, as a PNG data URL. */
export function pictureOf(canvas: HTMLCanvasElement, title: string, note: string): string {
  const ratio = canvas.width / canvas.clientWidth;
  const font = (size: number, weight = "") => `${weight} ${size * ratio}px ${Chart.defaults.font.family}`;
  const margin = 16 * ratio;
  const picture = document.createElement("canvas");
  const ctx = picture.getContext("2d");
  if (!ctx) return canvas.toDataURL("image/png");
  ctx.font = font(16, "600");
  const titleLines = wrap(title, (text) => ctx.measureText(text).width, canvas.width);
  const head = margin + titleLines.length * 22 * ratio;
  picture.width = canvas.width + 2 * margin;
  picture.height = head + canvas.height + 40 * ratio;
  ctx.fillStyle = token("surface");
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.fillStyle = token("ink");
  ctx.font = font(16, "600");
  for (const [index, text] of titleLines.entries()) {
    ctx.fillText(text, margin, margin + (index + 0.6) * 22 * ratio);
  }
  ctx.drawImage(canvas, margin, head);
  ctx.fillStyle = token("muted");
  ctx.font = font(12);
  ctx.fillText(note, margin, picture.height - margin);
  return picture.toDataURL("image/png");
}

/** Breaks a text into lines no wider than `width`, between words, or between signs where a text has no spaces. */
function wrap(text: string, measure: (text: string) => number, width: number): string[] {
  const pieces = text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? [];
  const lines = [""];
  for (const piece of pieces) {
    const current = lines.at(-1) ?? "";
    if (current && measure(current + piece) > width) lines.push(piece);
    else lines[lines.length - 1] = current + piece;
  }
  return lines;
}
