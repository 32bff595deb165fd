import { useDirectory } from '../../parts/directory.ts';
import { useFormat } from '../../words/format.ts';
import { useSay } from '../../words/words.tsx';
import type { Compared } from './workbench.ts';

const ROW = 30;
const LABEL = 190;
const WIDTH = 700;
const ROOM_FOR_NUMBER = 92;
/** More than so many bars are none to look at: of more, those that change most are drawn. */
const MOST = 40;

const drawn = (rows: Compared['rows']): Compared['rows'] =>
  rows.length <= MOST ? rows : [...rows.slice(0, MOST / 2), ...rows.slice(-MOST / 2)];

/** Who would pay more (to the right) and who less (to the left). The table beside it says the same of all. */
export const ChangeBars = ({ compared, name }: { compared: Compared; name: string }) => {
  const say = useSay();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const rows = drawn(compared.rows);
  const most = Math.max(...rows.map(({ change }) => Math.abs(change)), 1);
  const half = (WIDTH - LABEL - 2 * ROOM_FOR_NUMBER) / 2;
  const zero = LABEL + ROOM_FOR_NUMBER + half;
  return (
    <figure className="change-bars">
      <svg viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`} role="img" aria-label={name}>
        <line x1={zero} x2={zero} y1={0} y2={rows.length * ROW} className="zero" />
        {rows.map(({ memberId, change, outcome }, at) => {
          const length = (Math.abs(change) / most) * half;
          const isMore = change >= 0;
          return (
            <g key={memberId} transform={`translate(0 ${at * ROW})`}>
              <text x={LABEL - 10} y={ROW / 2} className="bar-label">
                {memberName(memberId)}
              </text>
              <rect
                x={isMore ? zero : zero - length}
                y={6}
                width={Math.max(length, 1)}
                height={ROW - 12}
                className={`bar-${outcome}`}
              />
              <text
                x={isMore ? zero + length + 6 : zero - length - 6}
                y={ROW / 2}
                className={isMore ? 'bar-value' : 'bar-value bar-left'}
              >
                {`${change > 0 ? '+' : ''}${money(change, compared.currency)}`}
              </text>
            </g>
          );
        })}
      </svg>
      {rows.length < compared.rows.length && (
        <figcaption className="quiet">
          {say('workbench.drawn', { count: rows.length, all: compared.rows.length })}
        </figcaption>
      )}
    </figure>
  );
};
