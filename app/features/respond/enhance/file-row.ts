/** How a file of an answer looks, drawn by the server and by the script alike. */
export const fileRowLook =
  "flex min-h-12 flex-wrap items-center gap-x-3 rounded-md border border-line bg-surface py-0.5 ps-4 pe-0.5";
