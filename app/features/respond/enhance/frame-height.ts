/** Inside a frame, the frame grows with the page: its height is told to whoever holds the frame, and nothing else is. */
const tellHeight = () =>
  window.parent.postMessage({ trivistaHeight: Math.ceil(document.body.scrollHeight) }, "*");

if (window.parent !== window) {
  new ResizeObserver(tellHeight).observe(document.body);
  tellHeight();
}
