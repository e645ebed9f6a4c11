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
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";
import type { Unit } from "~/i18n/format";
import { type ChartData, isPoints } from "./chart-data";
import { apart, colourOf, type Drawing, joins, labels, paper, token, whiskers } from "./chart-marks";

Chart.register(
  ...[BarController, LineController, ScatterController],
  ...[BarElement, LineElement, PointElement],
  ...[CategoryScale, LinearScale, Legend, Tooltip],
);

type Kind = "bar" | "line" | "scatter";
type Datum = number | null | { x: number; y: number };
type Dataset = ChartDataset<Kind, Datum[]>;

const dashes = [[], [7, 4], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4]];
const shapes = ["circle", "rect", "triangle", "rectRot", "rectRounded"] as const;

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

/** The ends of the value axis must hold whiskers and reference lines, which Chart.js does not know of. */
function reach({ data, lines }: Drawing) {
  const ends = lines.filter(({ axis }) => axis === "value").map(({ at }) => at);
  for (const series of data.series) {
    if ("intervals" in series) for (const pair of series.intervals ?? []) ends.push(...(pair ?? []));
  }
  return { suggestedMin: Math.min(0, ...ends), suggestedMax: Math.max(...ends, 0) };
}

/** What the axis below and its words take. */
const belowRows = 70;

/**
 * A horizontal chart's category names, broken so that they leave most of the width to the plot, and cut where a row has no
 * room for another line: every bar has a name.
 */
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
    const row = (canvas.clientHeight - belowRows) / categories.length;
    const most = Math.max(1, Math.floor(row / (1.2 * Number(Chart.defaults.font.size))));
    return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]}…`] : lines;
  };

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
  Chart.defaults.font.size = 0.75 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
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
        ticks: {
          color: ink,
          ...(horizontal && { autoSkip: false, callback: labelLines(canvas, data.categories) }),
        },
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
