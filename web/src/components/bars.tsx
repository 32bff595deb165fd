/** One bar: its label, its value, and the value as displayed. */
export type Bar = { key: string; label: string; value: number; shown: string };

const LEAST_PERCENT = 1;

/**
 * Horizontal bars in proportion to their values; negative values have another colour. On a narrow screen each bar is below its label, in
 * the usual font size. The table beside the chart has the same values for screen readers (`role="img"` with a name).
 */
export const Bars = ({ bars, name }: { bars: readonly Bar[]; name: string }) => {
  const most = Math.max(...bars.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  return (
    <div className="bars" role="img" aria-label={name}>
      {bars.map(({ key, label, value, shown }) => (
        <div key={key} className="bar-row">
          <span className="bar-label">{label}</span>
          <svg className="bar-track" height={20} aria-hidden="true">
            <rect
              className={value < 0 ? 'bar bar-below' : 'bar'}
              width={`${Math.max(LEAST_PERCENT, (Math.abs(value) / most) * 100)}%`}
              height={20}
              rx={3}
            />
          </svg>
          <span className="bar-value">{shown}</span>
        </div>
      ))}
    </div>
  );
};
