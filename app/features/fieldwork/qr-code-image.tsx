/** A QR code as one path; black on white in dark mode too, because cameras expect it so. */
export function QrCodeImage({
  qr: { size, path },
  title,
  className,
}: {
  qr: { size: number; path: string };
  title: string;
  className: string;
}) {
  return (
    <svg role="img" aria-label={title} viewBox={`0 0 ${size} ${size}`} className={className}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
