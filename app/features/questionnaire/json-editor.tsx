import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { TextArea } from "~/components/field";
import { FormErrors } from "~/components/form-errors";
import { Notice } from "~/components/notice";
import type { Hostile } from "~/domain/questionnaire/harmless";
import type { Problem } from "~/domain/questionnaire/problem";
import { readJson, type TextPlace } from "~/domain/questionnaire/read-json";
import { useText } from "~/i18n/use-text";
import { ProblemList } from "./problem-list";

export type JsonRefusal = { reason: "empty" | "syntax" | Hostile; at: TextPlace };

type JsonEditorProps = {
  /** What stands in the field: the saved text, or what was typed. */
  json: string;
  revision: number;
  problems: readonly Problem[];
  warnings: readonly Problem[];
  refusal?: JsonRefusal;
  /** What somebody else saved meanwhile. */
  theirs?: string;
  saved: boolean;
  canEdit: boolean;
};

const code = "font-mono text-sm leading-relaxed whitespace-pre overflow-x-auto";

export function JsonEditor(props: JsonEditorProps) {
  const { json, revision, problems, warnings, refusal, theirs, saved, canEdit } = props;
  const text = useText("questionnaire");
  const error = refusal && text.json.problem[refusal.reason]({ place: text.review.at(refusal.at) });
  const read = readJson(json);
  const placeOf = read.ok ? read.placeOf : undefined;
  return (
    <div className="grid gap-6">
      <p className="max-w-prose text-muted">{text.json.lead}</p>
      {saved && (
        <p role="status" className="font-medium text-positive">
          {text.json.saved}
        </p>
      )}
      {!refusal && theirs === undefined && problems.length > 0 && (
        <Notice tone="danger" title={text.review.problems({ n: problems.length })}>
          <ProblemList problems={problems} placeOf={placeOf} />
        </Notice>
      )}
      {!refusal && theirs === undefined && warnings.length > 0 && (
        <Notice tone="warn" title={text.review.warnings({ n: warnings.length })}>
          <ProblemList problems={warnings} placeOf={placeOf} />
        </Notice>
      )}
      {theirs !== undefined && (
        <Notice tone="warn" title={text.json.conflictTitle} live>
          {text.json.conflict}
        </Notice>
      )}
      <Form method="post" noValidate className="grid gap-5">
        <FormErrors errors={error ? [{ name: "json", message: error }] : []} />
        <input type="hidden" name="revision" value={revision} />
        <TextArea
          name="json"
          label={theirs === undefined ? text.json.field : text.json.mine}
          error={error}
          rows={theirs === undefined ? 28 : 16}
          defaultValue={json}
          readOnly={!canEdit}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          className={code}
        />
        {theirs !== undefined && (
          <TextArea
            name="theirs"
            label={text.json.theirs}
            rows={16}
            readOnly
            value={theirs}
            wrap="off"
            className={code}
          />
        )}
        {canEdit && (
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton>{theirs === undefined ? text.json.save : text.json.saveMine}</SubmitButton>
            {theirs !== undefined && (
              <a href="json" className="link">
                {text.json.keepTheirs}
              </a>
            )}
          </div>
        )}
      </Form>
    </div>
  );
}
