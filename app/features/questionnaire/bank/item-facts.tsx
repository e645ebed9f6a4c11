import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DefinitionList } from "~/components/definition-list";
import { Section } from "~/components/section";
import { RoleChip, Tag } from "~/components/tag";
import type { ChainRole } from "~/domain/chain/role";
import type { CopyState } from "~/domain/questionnaire/own-bank/copies";
import {
  type ItemContent,
  kindOfItem,
  measuresOfItem,
  questionsOfItem,
  typesOfItem,
} from "~/domain/questionnaire/own-bank/item";
import { useFormat, useText } from "~/i18n/use-text";

export type ShownUse = {
  questionnaireId: string;
  studyId: string;
  product: string;
  role: ChainRole;
  inDraft: boolean;
  part: string;
  versions: number[];
  state: CopyState | null;
};

type FactsProps = {
  content: ItemContent;
  roles: readonly ChainRole[];
  tags?: readonly string[];
  saved?: { revision: number; at: number; by: string };
};

/** What an item is: its kind, measures, roles, and who saved this wording when. */
export function ItemFacts({ content, roles, tags, saved }: FactsProps) {
  const text = useText("bank");
  const kinds = useText("editor").kind;
  const format = useFormat();
  const measures = measuresOfItem(content);
  const items = [
    { term: text.item.kind, value: text.kind[kindOfItem(content)] },
    {
      term: text.item.types,
      value: typesOfItem(content)
        .map((kind) => kinds[kind])
        .join(", "),
    },
    { term: text.item.questions, value: format.number(questionsOfItem(content).length) },
    {
      term: text.item.measures,
      value:
        measures.length === 0 ? (
          text.item.noMeasures
        ) : (
          <code className="break-words text-sm">{measures.join(", ")}</code>
        ),
    },
    {
      term: text.item.roles,
      value: (
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          {roles.map((role) => (
            <RoleChip key={role} role={role} />
          ))}
        </span>
      ),
    },
    ...(tags && tags.length > 0
      ? [{ term: text.item.tags, value: tags.map((tag) => `#${tag}`).join(" ") }]
      : []),
    ...(saved
      ? [
          {
            term: text.item.wording,
            value: text.item.wordingOf({
              n: saved.revision,
              date: format.dateTime(saved.at),
              by: saved.by || text.somebody,
            }),
          },
        ]
      : []),
  ];
  return (
    <Section title={text.item.facts}>
      <DefinitionList items={items} />
    </Section>
  );
}

/** The questionnaires that have it, draft and published. */
export function ItemUses({ uses, lead }: { uses: readonly ShownUse[]; lead: string }) {
  const text = useText("bank").item;
  const roles = useText("roles").chain;
  return (
    <Section title={text.usedTitle} lead={lead}>
      {uses.length === 0 ? (
        <p className="text-muted">{text.notUsed}</p>
      ) : (
        <DataTable
          caption={text.usedTitle}
          captionHidden
          rows={uses}
          rowKey={({ questionnaireId }) => questionnaireId}
          columns={[
            {
              key: "study",
              header: text.study,
              cell: ({ studyId, product }) => (
                <Link to={`/studies/${studyId}`} className="link">
                  {product}
                </Link>
              ),
            },
            {
              key: "questionnaire",
              header: text.questionnaire,
              cell: ({ studyId, questionnaireId, role, product, part }) => (
                <Link
                  to={`/studies/${studyId}/questionnaires/${questionnaireId}/edit${part ? `?part=${encodeURIComponent(part)}` : ""}`}
                  className="link inline-flex min-h-6"
                  aria-label={text.openAt({ role: roles[role], study: product })}
                >
                  <RoleChip role={role} />
                </Link>
              ),
            },
            {
              key: "draft",
              header: text.draft,
              cell: ({ inDraft, state }) =>
                state ? (
                  <Tag tone={state === "same" ? "success" : "warn"}>{text.state[state]}</Tag>
                ) : inDraft ? (
                  text.inDraft
                ) : (
                  text.notInDraft
                ),
            },
            {
              key: "published",
              header: text.published,
              cell: ({ studyId, questionnaireId, versions }) =>
                versions.length === 0 ? (
                  "–"
                ) : (
                  <Link
                    to={`/studies/${studyId}/questionnaires/${questionnaireId}/versions`}
                    className="link"
                  >
                    {versions.map((n) => text.version({ n: String(n) })).join(", ")}
                  </Link>
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
