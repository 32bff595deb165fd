/** One bar: its label, what it is worth, and that worth as shown. */
export type Bar = { key: string; label: string; value: number; shown: string };

const ROW = 34;
const LABEL = 190;
const WIDTH = 640;
const ROOM_FOR_NUMBER = 96;

/** Horizontal bars. The table beside it says the same, so that screen readers are led there (`role="img"` with a name). */
export const Bars = ({ bars, name }: { bars: readonly Bar[]; name: string }) => {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const width = (value: number): number => Math.max(2, (value / most) * (WIDTH - LABEL - ROOM_FOR_NUMBER));
  return (
    <svg className="bars" viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-label={name}>
      {bars.map(({ key, label, value, shown }, at) => (
        <g key={key} transform={`translate(0 ${at * ROW})`}>
          <text x={LABEL - 10} y={ROW / 2} className="bar-label">
            {label}
          </text>
          <rect x={LABEL} y={6} width={width(value)} height={ROW - 12} rx={3} className="bar" />
          <text x={LABEL + width(value) + 8} y={ROW / 2} className="bar-value">
            {shown}
          </text>
        </g>
      ))}
    </svg>
  );
};
