/** The texts of a questionnaire in both languages side by side, and translators' files out and back. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { CheckboxField } from "~/components/choice-field";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { SelectField } from "~/components/field";
import { Notice } from "~/components/notice";
import { Tag } from "~/components/tag";
import { languages } from "~/domain/language";
import { localText } from "~/domain/questionnaire/condition-questions";
import { pagesOf } from "~/domain/questionnaire/draft-tree";
import { countTranslations, translationRows } from "~/domain/questionnaire/translation";
import { TranslationFiles } from "~/features/questionnaire/languages/translation-files";
import { TranslationForm } from "~/features/questionnaire/languages/translation-form";
import { useText } from "~/i18n/use-text";
import { requireQuestionnaire } from "~/server/gate";
import { postedForm } from "~/server/request";
import { bringTranslations, saveTranslations } from "~/server/translations";

const isMissing = ({ text }: { text: Record<(typeof languages)[number], string> }) =>
  languages.some((language) => text[language] === "");

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { study, questionnaire, language, can } = await requireQuestionnaire(request, params, "readStudies");
  const rows = translationRows(questionnaire.draft);
  const { searchParams } = new URL(request.url);
  const missing = searchParams.has("missing");
  const parts = [null, ...pagesOf(questionnaire.draft).map((_, at) => at)].map((page) => {
    const own = rows.filter((row) => row.page === page);
    const title =
      page === null ? "" : localText(pagesOf(questionnaire.draft)[page]?.page.title, "")[language];
    return { page, title, missing: own.filter(isMissing).length };
  });
  const asked = searchParams.get("page");
  const first = parts.find((part) => part.missing > 0) ?? parts[1] ?? parts[0];
  const page = asked === null ? (first?.page ?? null) : asked === "whole" ? null : Number(asked);
  return {
    base: `/studies/${study.id}/questionnaires/${questionnaire.id}`,
    ...{ parts, page, missing, canEdit: can.editStudies, revision: questionnaire.revision },
    counts: countTranslations(rows),
    rows: rows.filter((row) => row.page === page && (!missing || isMissing(row))),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, where, member, now } = await requireQuestionnaire(request, params, "editStudies");
  const by = { savedBy: member.id, now };
  const form = await postedForm(request);
  switch (form.get("intent")) {
    case "save": {
      const done = await saveTranslations(store, where, form, by);
      return data({ kind: "saved" as const, ...done }, done.conflicts.length > 0 ? 409 : 200);
    }
    case "bring": {
      const done = await bringTranslations(store, where, form.get("file"), by);
      return data(done, done.kind === "refused" ? 422 : 200);
    }
    default:
      throw new Response("Bad request", { status: 400 });
  }
};

export default function Languages() {
  const { base, parts, page, missing, canEdit, counts, rows, revision } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("translation");
  const names = useText("shell").language;
  const conflicts = done?.kind === "saved" ? done.conflicts : [];
  const refused = done?.kind === "refused" ? text.problem[done.problem] : undefined;
  return (
    <>
      <p className="max-w-prose text-muted">{text.lead}</p>
      <p className="mt-3 mb-6 flex flex-wrap gap-2">
        {languages.map((language) => {
          const whole = counts[language] === counts.total;
          const given = { language: names[language], have: counts[language], of: counts.total };
          return (
            <Tag key={language} tone={whole ? "success" : "warn"}>
              {whole ? text.complete(given) : text.partly(given)}
            </Tag>
          );
        })}
      </p>
      <Form method="get" className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-full">
          <SelectField
            key={String(page)}
            name="page"
            label={text.page}
            defaultValue={page === null ? "whole" : String(page)}
            options={parts.map((part) => ({
              value: part.page === null ? "whole" : String(part.page),
              label:
                part.page === null
                  ? text.whole
                  : text.pageOption({ n: part.page + 1, title: part.title, missing: part.missing }),
            }))}
          />
        </div>
        <CheckboxField name="missing" label={text.missingOnly} defaultChecked={missing} />
        <Button type="submit">{text.show}</Button>
      </Form>
      <p role="status" className="mb-4 font-medium text-positive empty:hidden">
        {done?.kind === "saved" && text.saved({ n: done.changed })}
        {done?.kind === "brought" &&
          text.brought({ n: done.changed, same: done.same, unknown: done.unknown })}
      </p>
      {conflicts.length > 0 && (
        <div className="mb-6">
          <Notice tone="warn" title={text.conflictTitle} live>
            {text.conflict}
          </Notice>
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState title={counts.total === 0 ? text.empty : text.none}>
          {counts.total > 0 && text.noneText}
        </EmptyState>
      ) : (
        <TranslationForm
          key={`${page} ${missing} ${revision}`}
          rows={rows}
          conflicts={conflicts}
          canEdit={canEdit}
        />
      )}
      <TranslationFiles base={base} canEdit={canEdit} error={refused} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
