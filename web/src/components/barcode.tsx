import { code128 } from './code-128.ts';

/** White modules at each end, without which scanners do not find the first bar (ISO/IEC 15417). */
const QUIET = 10;

/** A barcode in Code 128 as an image, with its text beside it for people. Nothing for a text that has no barcode. */
export const Barcode = ({ text, height = 40 }: { text: string; height?: number }) => {
  const widths = code128(text);
  if (!widths) return null;
  let at = QUIET;
  const bars = widths.flatMap((width, index) => {
    const from = at;
    at += width;
    return index % 2 === 0 ? [`M${from} 0h${width}v${height}h-${width}z`] : [];
  });
  return (
    <svg
      className="barcode-image"
      viewBox={`0 0 ${at + QUIET} ${height}`}
      preserveAspectRatio="none"
      height={height}
      aria-hidden="true"
    >
      <path d={bars.join('')} fill="#000" />
    </svg>
  );
};
