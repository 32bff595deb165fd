import { useTranslate } from '../../../i18n/translate.ts';
import { type Count, shownCount } from './counts.ts';

const MOST_KEYS = 7;
/** So few numbers do not fill a line. */
const FEW = 3;

/** Moves to the panel of a number: it is scrolled to and gets the focus. */
const goTo = (panel: string): void => {
  const element = document.getElementById(`today-${panel}`);
  element?.scrollIntoView({ block: 'nearest' });
  element?.focus();
};

/** The numbers of the day. Each goes to its panel, the first seven also by the keys 1 to 7; the first that is not 0 is what to do next. */
export const CountRow = ({ counts }: { counts: readonly Count[] }) => {
  const t = useTranslate();
  const next = counts.find(({ count }) => count > 0)?.key;
  return (
    <ul className={counts.length > FEW ? 'today-counts' : 'today-counts today-few'} aria-label={t('today.counts')}>
      {counts.map((one, place) => (
        <li key={one.key} className={one.key === next ? 'today-next' : undefined}>
          <button
            type="button"
            aria-keyshortcuts={place < MOST_KEYS ? `${place + 1}` : undefined}
            onClick={() => goTo(one.panel)}
          >
            <span className="today-figure">{shownCount(one)}</span>
            <span className="today-name">
              <strong>{t(one.text)}</strong>
              {place < MOST_KEYS && (
                <span className="today-key" aria-hidden="true">
                  {place + 1}
                </span>
              )}
              {one.note && <span className="today-note today-late">{t(one.note.text, { late: one.note.late })}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
