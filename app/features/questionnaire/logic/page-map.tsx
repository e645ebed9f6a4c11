import { useText } from "~/i18n/use-text";

export type MapPage = { name: string; title: string; n: number };
export type MapMove = { from: string | null; to: string | null; n: number };
type PageMapProps = {
  pages: readonly MapPage[];
  moves: readonly MapMove[];
  walks: number;
  rowId: (at: number) => string;
};

const row = 56;
const box = { x: 8, width: 200, height: 40 };
const end = box.x + box.width;
const widest = 340;

type Jump = { from: number; to: number; n: number; lane: number };

/** Jumps by length, each in the first lane that is free along its whole way. */
function inLanes(jumps: readonly Omit<Jump, "lane">[]): Jump[] {
  const lanes: { from: number; to: number }[][] = [];
  return [...jumps]
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)
    .map((jump) => {
      const free = lanes.findIndex((lane) =>
        lane.every(({ from, to }) => jump.to <= from || jump.from >= to),
      );
      const lane = free < 0 ? lanes.length : free;
      lanes[lane] = [...(lanes[lane] ?? []), jump];
      return { ...jump, lane };
    });
}

/** The pages under each other, a line from each to the next, and an arc for every jump that a walk took. */
export function PageMap({ pages, moves, walks, rowId }: PageMapProps) {
  const text = useText("logic").map;
  const places = new Map<string | null, number>(pages.map(({ name }, at) => [name, at + 1]));
  const last = pages.length + 1;
  const between = moves.map(({ from, to, n }) => ({
    from: from === null ? 0 : (places.get(from) ?? 0),
    to: to === null ? last : (places.get(to) ?? last),
    n,
  }));
  const jumps = inLanes(between.filter(({ from, to }) => to - from > 1));
  const steps = between.filter(({ from, to }) => to - from === 1);
  const lanes = Math.max(1, ...jumps.map(({ lane }) => lane + 1));
  const gap = Math.min(18, (widest - end - 24) / lanes);
  const y = (at: number) => at * row + box.height / 2 + 4;
  const nameOf = (at: number) => {
    if (at === 0) return text.start;
    const page = pages[at - 1];
    return page ? text.pageName({ n: at, title: page.title }) : text.end;
  };
  const thick = (n: number) => 1 + (3 * n) / walks;
  const short = (label: string) => ([...label].length > 22 ? `${[...label].slice(0, 21).join("")}…` : label);
  return (
    <nav aria-label={text.caption}>
      <svg viewBox={`0 0 ${widest} ${(last + 1) * row}`} className="w-full max-w-md text-ink">
        <title>{text.caption}</title>
        <defs>
          <marker
            id="map-arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="6"
            markerHeight="6"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path d="M0 0 8 4 0 8z" fill="currentColor" />
          </marker>
        </defs>
        {steps.map(({ from, to, n }) => (
          <line
            key={from}
            x1={box.x + 24}
            x2={box.x + 24}
            y1={y(from) + box.height / 2}
            y2={y(to) - box.height / 2 - 1}
            stroke="currentColor"
            strokeWidth={thick(n)}
            markerEnd="url(#map-arrow)"
          />
        ))}
        {jumps.map(({ from, to, n, lane }) => {
          const x = end + 16 + (lane + 1) * gap;
          return (
            <path
              key={`${from} ${to}`}
              d={`M${end} ${y(from) + 8} C${x} ${y(from) + 8} ${x} ${y(from) + 8} ${x} ${y(from) + 24} V${y(to) - 24} C${x} ${y(to) - 8} ${x} ${y(to) - 8} ${end + 1} ${y(to) - 8}`}
              fill="none"
              stroke="currentColor"
              strokeWidth={thick(n)}
              strokeOpacity="0.75"
              markerEnd="url(#map-arrow)"
            >
              <title>{text.jump({ from: nameOf(from), to: nameOf(to), n })}</title>
            </path>
          );
        })}
        {[0, last].map((at) => (
          <text key={at} x={box.x + 8} y={y(at) + 5} className="fill-current font-semibold text-[14px]">
            {nameOf(at)}
          </text>
        ))}
        {pages.map(({ name, title, n }, at) => (
          <a
            key={name}
            href={`#${rowId(at)}`}
            aria-label={text.toPage({ page: text.pageName({ n: at + 1, title }) })}
          >
            <rect
              x={box.x}
              y={y(at + 1) - box.height / 2}
              width={box.width}
              height={box.height}
              rx="6"
              className={n > 0 ? "fill-surface stroke-edge" : "fill-caution-soft stroke-caution"}
              strokeDasharray={n > 0 ? undefined : "5 4"}
            />
            <text x={box.x + 10} y={y(at + 1) - 2} className="fill-current text-[12px]">
              {short(text.pageName({ n: at + 1, title }))}
            </text>
            <text x={box.x + 10} y={y(at + 1) + 13} className="fill-muted text-[11px]">
              {n > 0 ? text.ofWalks({ n, walks }) : text.never}
            </text>
          </a>
        ))}
      </svg>
    </nav>
  );
}
