import { type CSSProperties, useEffect, useRef, useState } from "react";
import type { Interval } from "~/i18n/format";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "./button";
import { type ChartData, csvOf, hasData, isPoints, rowsOf } from "./chart-data";
import type { ReferenceLine } from "./chart-marks";
import { type Column, DataTable } from "./data-table";

export type ChartProps = {
  /** The finding, as a sentence: "Deciders care most about price". */
  title: string;
  data: ChartData;
  n?: number;
  companies?: number;
  lines?: readonly ReferenceLine[];
  /** The ends of the value axis, where zero and the data should not decide them. */
  range?: Interval;
  /** The same for the category axis of a curve or scatter. */
  categoryRange?: Interval;
  /** In rem; by default what the number of categories needs. */
  height?: number;
};

const noLines: readonly ReferenceLine[] = [];

/** How many signs of a name stand in a line beside the bars, and how wide a sign is: ideographs are twice as wide. */
const lineOf = { phone: 20, desk: 40 } as const;
const lengthOf = (name: string) => [...name].reduce((sum, sign) => sum + (sign > "\u2e80" ? 2 : 1), 0);

/** In rem: so that a row holds its bars and the lines of the longest name. */
const heightOf = (data: ChartData, on: keyof typeof lineOf) => {
  if (isPoints(data) || !data.horizontal) return 20;
  const bars = data.kind === "bar" ? data.series.length : 1;
  const lines = Math.max(...data.categories.map((name) => Math.ceil(lengthOf(name) / lineOf[on])));
  return 6 + data.categories.length * Math.max(2.25, bars * 1.5, 0.25 + lines * 0.9);
};

function save(url: string, name: string) {
  const link = document.createElement("a");
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|\s]+/g, " ").trim();
  link.click();
}

/** Calls once: when the reader comes near, or the browser has nothing else to do, or paper is asked for. */
function whenWanted(place: Element, call: () => void): () => void {
  const near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && begin(), {
    rootMargin: "50%",
  });
  // Safari has no such call.
  const idle = window.requestIdleCallback?.(begin);
  function stop() {
    near.disconnect();
    window.removeEventListener("beforeprint", begin);
    if (idle !== undefined) cancelIdleCallback(idle);
  }
  function begin() {
    stop();
    call();
  }
  near.observe(place);
  window.addEventListener("beforeprint", begin);
  return stop;
}

/** Draws `props` when they are wanted, again when they change, and when the reader turns the lights on or off. */
function useDrawing({ data, lines = noLines, range, categoryRange }: ChartProps) {
  const format = useFormat();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const shown = JSON.stringify([data, lines, range, categoryRange]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` is the content of what is new objects each time.
  useEffect(() => {
    let left = false;
    let clear = () => {};
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const draw = async () => {
      const { drawChart } = await import("./chart-draw");
      if (left || !canvas.current) return;
      clear();
      const animated = !matchMedia("(prefers-reduced-motion: reduce)").matches;
      const chart = drawChart(canvas.current, { data, lines, range, categoryRange, format, animated });
      clear = () => chart.destroy();
      setDrawn(true);
    };
    // A long report has more charts than a phone draws at once.
    const stop = canvas.current
      ? whenWanted(canvas.current, () => {
          void draw();
          dark.addEventListener("change", draw);
        })
      : undefined;
    return () => {
      left = true;
      stop?.();
      dark.removeEventListener("change", draw);
      clear();
    };
  }, [shown, format]);
  return { canvas, drawn };
}

/** The same figures as a table, which is all there is before scripts run. */
function ChartTable({ title, data }: Pick<ChartProps, "title" | "data">) {
  const text = useText("figure").chart;
  const format = useFormat();
  const { columns, rows } = rowsOf(data, text);
  const drawnColumns = columns.map(
    ({ header, unit }, index): Column<(typeof rows)[number]> => ({
      key: String(index),
      header,
      numeric: unit !== undefined,
      cell: (row) => {
        const cell = row[index];
        return typeof cell === "number"
          ? format.figure(cell, unit, unit === "percent" ? 1 : undefined)
          : cell;
      },
    }),
  );
  return (
    <details>
      <summary className="link inline-flex min-h-9 items-center text-muted text-sm print:hidden">
        {text.table}
      </summary>
      <DataTable
        caption={title}
        captionHidden
        columns={drawnColumns}
        rows={rows}
        rowKey={(row) => rows.indexOf(row)}
      />
    </details>
  );
}

/** The one way a chart is drawn: the finding, the picture with its axis words, n, the table behind it, and what to take along. */
export function Chart(props: ChartProps) {
  const { title, data, n, companies, height } = props;
  const tall = (on: keyof typeof lineOf) => `${height ?? heightOf(data, on)}rem`;
  const text = useText("figure");
  const { canvas, drawn } = useDrawing(props);
  const counts = [
    n !== undefined && text.n({ n }),
    companies !== undefined && text.companies({ n: companies }),
  ];
  const note = counts.filter(Boolean).join(" · ");
  const savePicture = async () => {
    const { pictureOf } = await import("./chart-draw");
    if (canvas.current) save(pictureOf(canvas.current, title, note), `${title}.png`);
  };
  const saveRows = () => {
    const url = URL.createObjectURL(new Blob([csvOf(rowsOf(data, text.chart))], { type: "text/csv" }));
    save(url, `${title}.csv`);
    URL.revokeObjectURL(url);
  };
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 font-semibold">{title}</figcaption>
      {hasData(data) ? (
        <>
          <div
            className="relative h-(--on-phone) max-h-(--chart-most,none) sm:h-(--on-desk) [@media(scripting:none)]:hidden"
            style={{ "--on-phone": tall("phone"), "--on-desk": tall("desk") } as CSSProperties}
          >
            <canvas ref={canvas} role="img" aria-label={title} />
          </div>
          <div className="mt-1 flex flex-wrap items-baseline justify-between gap-x-4">
            <p className="text-muted text-sm">{note}</p>
            <p className="flex gap-1 print:hidden [@media(scripting:none)]:hidden">
              {(
                [
                  [text.chart.png, savePicture],
                  [text.chart.csv, saveRows],
                ] as const
              ).map(([kind, onClick]) => (
                <Button
                  key={kind}
                  look="plain"
                  size="small"
                  disabled={!drawn}
                  aria-label={text.chart.download({ format: kind })}
                  onClick={onClick}
                >
                  {kind}
                </Button>
              ))}
            </p>
          </div>
          <ChartTable title={title} data={data} />
        </>
      ) : (
        <p className="py-6 text-muted">{text.chart.empty}</p>
      )}
    </figure>
  );
}
