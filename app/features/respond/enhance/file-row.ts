/** How a file of an answer looks, drawn by the server and by the script alike. */
export const fileRowLook =
  "flex min-h-12 flex-wrap items-center justify-end gap-x-1 rounded-md border border-line bg-surface py-0.5 ps-4 pe-0.5";
export const fileNameLook = "min-w-0 flex-1 basis-40 break-words";
