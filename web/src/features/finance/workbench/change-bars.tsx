import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Compared } from '../shared/workbench.ts';

/** The maximum number of bars; beyond it, those with the largest changes are shown. */
const MOST = 40;

const drawn = (rows: Compared['rows']): Compared['rows'] =>
  rows.length <= MOST ? rows : [...rows.slice(0, MOST / 2), ...rows.slice(-MOST / 2)];

/** A bar from the centre: an increase to the right, a decrease to the left. */
const Bar = ({ share, outcome }: { share: number; outcome: Compared['rows'][number]['outcome'] }) => (
  <svg className="change-bar" viewBox="-100 0 200 10" preserveAspectRatio="none" aria-hidden="true">
    <rect x={Math.min(0, share * 100)} y={1} width={Math.abs(share) * 100} height={8} className={`bar-${outcome}`} />
    <line x1={0} x2={0} y1={0} y2={10} className="zero" />
  </svg>
);

/** Shows which members would pay more and which less. The table beside the chart has the same figures for screen readers. */
export const ChangeBars = ({ compared, name }: { compared: Compared; name: string }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const rows = drawn(compared.rows);
  const most = Math.max(...rows.map(({ change }) => Math.abs(change)), 1);
  return (
    <figure className="change-bars">
      <div role="img" aria-label={name}>
        {rows.map(({ memberId, change, outcome }) => (
          <div key={memberId} className="change-row">
            <span className="bar-label">{memberName(memberId)}</span>
            <Bar share={change / most} outcome={outcome} />
            <span className="bar-value">{`${change > 0 ? '+' : ''}${money(change, compared.currency)}`}</span>
          </div>
        ))}
      </div>
      {rows.length < compared.rows.length && (
        <figcaption className="quiet">
          {t('workbench.drawn', { count: rows.length, all: compared.rows.length })}
        </figcaption>
      )}
    </figure>
  );
};
