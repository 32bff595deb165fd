import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberBar } from './member-bar.tsx';
import type { Trend } from './trend.ts';

const WIDTH = 860;
const HEIGHT = 260;
const [LEFT, RIGHT, TOP, FOOT] = [56, 8, 28, 26];
const PLOT = HEIGHT - TOP - FOOT;

/** Returns a round amount per grid line, so that four or five lines cover the highest bar. */
const gridStep = (most: number): number => {
  const rough = Math.max(most, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? rough;
};

type Column = { month: string; x: number };

/**
 * The months as bars stacked by member in the same order, from zero, with the total as a line; then the forecast, hatched, with its
 * bounds. The table below has every bar, so the drawing is one image for screen readers.
 */
export const TrendChart = ({ trend, name }: { trend: Trend; name: string }) => {
  const t = useTranslate();
  const { money, shortMonth } = useFormat();
  const { months, currency } = trend;
  const ahead = trend.forecast?.months ?? [];
  const slots = Math.max(months.length + ahead.length, 6);
  const slot = (WIDTH - LEFT - RIGHT) / slots;
  const bar = slot * 0.8;
  const most = Math.max(...months.map(({ amount }) => amount), ...ahead.map(({ high }) => high), 1);
  const step = gridStep(most);
  const lines = Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
  const top = lines.at(-1) ?? 1;
  const y = (amount: number): number => TOP + PLOT - (amount / top) * PLOT;
  const middleOf = (place: number): number => LEFT + slot * (place + 0.5);
  const columns: Column[] = [...months, ...ahead].map(({ month }, place) => ({ month, x: middleOf(place) }));
  const total = months.map(({ amount }, place) => `${middleOf(place)},${y(amount)}`).join(' ');
  const last = months.at(-1);
  const lastPlace = months.length - 1;
  const from = last ? [`${middleOf(lastPlace)},${y(last.amount)}`] : [];
  const expected = ahead.map(({ middle }, index) => `${middleOf(months.length + index)},${y(middle)}`);
  const upper = ahead.map(({ high }, index) => `${middleOf(months.length + index)},${y(high)}`);
  const lower = ahead.map(({ low }, index) => `${middleOf(months.length + index)},${y(low)}`).reverse();
  return (
    <svg className="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name}>
      <defs>
        <pattern id="trend-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="trend-hatch" />
        </pattern>
      </defs>
      {lines.map((amount) => (
        <g key={amount}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(amount)} y2={y(amount)} className="trend-grid" />
          <text x={LEFT - 8} y={y(amount) + 4} textAnchor="end" className="trend-axis">
            {money(amount, currency)}
          </text>
        </g>
      ))}
      {months.map(({ month, members }, place) => {
        let below = 0;
        return (
          <g key={month}>
            {members.map(({ member, amount }) => {
              const base = below;
              below += amount;
              const height = Math.max(0, y(base) - y(below) - 1);
              return (
                <MemberBar
                  key={member}
                  member={member}
                  x={middleOf(place) - bar / 2}
                  y={y(below)}
                  {...{ height }}
                  width={bar}
                />
              );
            })}
          </g>
        );
      })}
      {ahead.map(({ month, middle }, index) => (
        <rect
          key={month}
          {...{ x: middleOf(months.length + index) - bar / 2, y: y(middle), width: bar, height: y(0) - y(middle) }}
          className="trend-expected"
          fill="url(#trend-hatch)"
        />
      ))}
      {ahead.length > 0 && (
        <>
          <polygon points={[...from, ...upper, ...lower].join(' ')} className="trend-band" />
          <polyline points={[...from, ...expected].join(' ')} className="trend-forecast" />
          <line
            x1={LEFT + slot * months.length}
            x2={LEFT + slot * months.length}
            y1={8}
            y2={y(0)}
            className="trend-rule"
          />
          <text x={LEFT + slot * months.length - 6} y={16} textAnchor="end" className="trend-axis">
            {t('costs.closed-months')}
          </text>
          <text x={LEFT + slot * months.length + 6} y={16} className="trend-axis">
            {t('costs.forecast-band')}
          </text>
        </>
      )}
      <polyline points={total} className="trend-total" />
      {last && <circle cx={middleOf(lastPlace)} cy={y(last.amount)} r={4} className="trend-last" />}
      {columns.map(({ month, x }, place) => (
        <text
          key={month}
          x={x}
          y={HEIGHT - 8}
          textAnchor="middle"
          className={place === lastPlace ? 'trend-now' : 'trend-axis'}
        >
          {shortMonth(month)}
        </text>
      ))}
    </svg>
  );
};
