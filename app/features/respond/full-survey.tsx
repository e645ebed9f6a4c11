import { useEffect, useRef, useState } from "react";
import { Button } from "~/components/button";
import { Notice } from "~/components/notice";
import { RespondentShell } from "~/components/respondent-shell";
import type { Answers } from "~/domain/questionnaire/compiled";
import { useText } from "~/i18n/use-text";
import type { MountSurvey } from "./full-survey-mount";
import { LeaveForm } from "./leave-form";

export type FullSurveyProps = {
  language: "zh-CN" | "en";
  sender: string;
  json: unknown;
  answers: Answers;
  variables: Record<string, number>;
  page: string;
  /** Where each page is saved. */
  save: string;
  /** Under this name the browser keeps what the server does not have yet; null where nothing is stored. */
  draft: string | null;
  /** The state of the response these answers are of. */
  revision: number;
  /** Where files are sent. */
  upload: string;
  /** Where to go when all is answered. */
  back: string;
};

/** SurveyJS is large, so it is loaded only here, once the page stands. */
export function FullSurvey(props: FullSurveyProps) {
  const text = useText("respond").full;
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"loading" | "ready" | "failed" | "offline">("loading");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the survey is mounted once; it keeps its own state.
  useEffect(() => {
    let unmount: ReturnType<MountSurvey> | undefined;
    let gone = false;
    import("./full-survey-mount").then(
      ({ mountSurvey }) => {
        if (gone || !place.current) return;
        const onConnection = (online: boolean) => setState(online ? "ready" : "offline");
        unmount = mountSurvey(place.current, props, onConnection);
        setState("ready");
      },
      () => setState("failed"),
    );
    return () => {
      gone = true;
      unmount?.();
    };
  }, []);
  return (
    <RespondentShell sender={props.sender} languageSwitch={null}>
      <noscript>
        <Notice tone="warn">{text.noScript}</Notice>
      </noscript>
      {state === "loading" && <p role="status">{text.loading}</p>}
      {state === "offline" && (
        <Notice tone="warn" live>
          {text.offline}
        </Notice>
      )}
      {state === "failed" && (
        <Notice tone="danger" live>
          <p>{text.failed}</p>
          <Button className="mt-2" onClick={() => window.location.reload()}>
            {text.retry}
          </Button>
        </Notice>
      )}
      <div ref={place} />
      <form id="leave" method="post" action={props.back} />
      <LeaveForm form="leave" />
    </RespondentShell>
  );
}
