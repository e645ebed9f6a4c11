/** Inside a frame, the frame grows with the page: its height is told to whoever holds the frame, and nothing else is. */
const tellHeight = () =>
  window.parent.postMessage({ trivistaHeight: Math.ceil(document.body.scrollHeight) }, "*");

/** Called by name: a file that is imported for what it does alone is left out of the bundle. */
export function tellFrame() {
  if (window.parent === window) return;
  // As high as what it shows, not as its frame: it could never shrink again.
  document.documentElement.dataset.framed = "";
  new ResizeObserver(tellHeight).observe(document.body);
  tellHeight();
}
