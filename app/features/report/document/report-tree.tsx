/** The need tree of a report, drawn; the table of the same numbers follows it. */
import { Link } from "@remix-run/react";
import { TreeDrawing } from "~/components/tree-drawing";
import { type BlockOf, type TreeLeaf, treePart } from "~/domain/report/document/report-document";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

/** `study` is its address for those who may look at the answers. */
export function ReportTree({ tree, study }: { tree: BlockOf<"tree">; study: string | null }) {
  const language = useLanguage();
  const text = useText("sharing").page;
  const figure = useText("figure");
  const format = useFormat();
  const nameOf = ({ name, behind }: TreeLeaf) =>
    name && study && behind ? (
      <Link className="link" to={`${study}/${behind}`}>
        {name[language]}
      </Link>
    ) : (
      name?.[language]
    );
  const detailOf = ({ people, companies, score }: TreeLeaf) =>
    [
      score !== undefined && text.score({ score: format.number(score, 1) }),
      people.k === undefined ? figure.n({ n: people.n }) : figure.kOfN({ k: people.k, n: people.n }),
      companies !== null && figure.companies({ n: companies }),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <>
      <h3 className="mb-3 font-semibold text-base">{tree.title[language]}</h3>
      <TreeDrawing
        branches={tree.branches.map(({ columns }, branch) => ({
          key: String(branch),
          columns: columns.map((leaves) =>
            leaves.map((leaf, at) => ({
              key: String(at),
              role: leaf.role,
              what: leaf.what[language],
              name: nameOf(leaf),
              part: treePart(leaf),
              detail: detailOf(leaf),
              quotes: leaf.quotes.map((quote) => (
                <blockquote key={quote} className="mt-1 break-words text-sm">
                  {text.quote({ quote })}
                </blockquote>
              )),
            })),
          ),
        }))}
      />
      <p className="mt-3 max-w-prose text-muted text-sm">{tree.note[language]}</p>
    </>
  );
}
