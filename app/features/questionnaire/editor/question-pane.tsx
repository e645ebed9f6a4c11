import {
  Component,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Notice } from "~/components/notice";
import { type Language, languages } from "~/domain/language";
import { findQuestion, type PathPart, pathText, readText } from "~/domain/questionnaire/draft-tree";
import { previewJson } from "~/domain/questionnaire/preview-json";
import { useText } from "~/i18n/use-text";
import { useSettled } from "./use-settled";

const loadPreview = () => import("./preview-survey").then((module) => ({ default: module.PreviewSurvey }));
const PreviewSurvey = lazy(loadPreview);
// SurveyJS is large: it is on its way while the page around it is still being made live.
if (typeof document !== "undefined") loadPreview().catch(() => undefined);

/** A half-written question may be one SurveyJS cannot draw; the rest of the editor stays. */
class Guard extends Component<{ fallback: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

type QuestionPaneProps = {
  draft: unknown;
  selected: readonly PathPart[];
  language: Language;
  onLanguage(language: Language): void;
};

/** The selected question or page as the respondent sees it. */
export function QuestionPane({ draft, selected, language, onLanguage }: QuestionPaneProps) {
  const text = useText("editor").preview;
  const names = useText("shell").language;
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const shown = useSettled(
    useMemo(() => ({ draft, selected, language }), [draft, selected, language]),
    120,
  );
  const written = useMemo(() => {
    const json = previewJson(shown.draft, shown.selected, shown.language);
    return json && JSON.stringify(json);
  }, [shown]);
  const json = useMemo(() => (written ? JSON.parse(written) : null), [written]);
  const latest = useRef(shown);
  latest.current = shown;
  // The same function for every preview: a title that changes elsewhere does not draw this one anew.
  const answerTo = useCallback(
    (name: string) => {
      const { draft: now, language: spoken } = latest.current;
      const title = readText(findQuestion(now, name.split(/[.[]/)[0] ?? "")?.element.title)[spoken];
      return text.answerTo({ question: title || name });
    },
    [text],
  );
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <h2 className="me-auto font-semibold text-sm">{text.title}</h2>
        <fieldset aria-label={text.language} className="flex gap-1">
          {languages.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === language}
              onClick={() => onLanguage(one)}
              className="min-h-9 rounded-md border border-transparent px-2 text-muted aria-pressed:border-edge aria-pressed:text-ink"
            >
              {names[one]}
            </button>
          ))}
        </fieldset>
      </div>
      {!json && <p className="text-muted">{text.nothing}</p>}
      {json && mounted && (
        <div lang={shown.language} className="editor-preview overflow-hidden rounded-md border border-line">
          <Guard
            key={written ?? pathText(shown.selected)}
            fallback={<Notice tone="warn">{text.failed}</Notice>}
          >
            <Suspense
              fallback={
                <p role="status" className="p-4 text-muted">
                  {text.loading}
                </p>
              }
            >
              <PreviewSurvey json={json} answerTo={answerTo} />
            </Suspense>
          </Guard>
        </div>
      )}
    </>
  );
}
