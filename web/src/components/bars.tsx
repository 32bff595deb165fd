/** One bar: its label, what it is worth, and that worth as shown. */
export type Bar = { key: string; label: string; value: number; shown: string };

const LEAST_PERCENT = 1;

/**
 * Horizontal bars as long as their values are large, those below nothing in another colour; on a narrow screen each under its label, in letters as large as elsewhere. The table beside it says the
 * same, so that screen readers are led there (`role="img"` with a name).
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
