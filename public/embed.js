// Shows a survey where this script stands: <script src="…/embed.js" data-survey="…/r/token" async></script>
(() => {
  const script = document.currentScript;
  const survey = script?.dataset.survey;
  if (!survey) return;
  const frame = document.createElement("iframe");
  frame.src = survey;
  frame.title = script.dataset.title || "Survey";
  frame.style.cssText = "display:block;width:100%;height:40rem;border:0";
  script.after(frame);
  window.addEventListener("message", ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== new URL(survey, location.href).origin) return;
    const height = Number(data?.trivistaHeight);
    if (height > 0 && height < 20000) frame.style.height = `${height}px`;
  });
})();
