import { useEffect } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';
import { usesSingleKeys } from '../../../layout/use-staff-keys.ts';
import { type Count, shownCount } from './counts.ts';

const MOST_KEYS = 7;
/** So few numbers do not fill a line. */
const FEW = 3;
const fields = 'input, textarea, select, [contenteditable]';

/** Moves to the panel of a number: it is scrolled to and gets the focus. */
const goTo = (panel: string): void => {
  const element = document.getElementById(`today-${panel}`);
  element?.scrollIntoView({ block: 'nearest' });
  element?.focus();
};

/** The keys 1 to 7 go to the panels of the first seven numbers. */
const useNumberKeys = (counts: readonly Count[]): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || !usesSingleKeys()) return;
      if (event.target instanceof Element && event.target.matches(fields)) return;
      const count = /^[1-7]$/.test(event.key) ? counts[Number(event.key) - 1] : undefined;
      if (!count) return;
      event.preventDefault();
      goTo(count.panel);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [counts]);
};

/** The numbers of the day. Each goes to its panel; the first that is not 0 is what to do next. */
export const CountRow = ({ counts }: { counts: readonly Count[] }) => {
  const t = useTranslate();
  useNumberKeys(counts);
  const next = counts.find(({ count }) => count > 0)?.key;
  return (
    <ul className={counts.length > FEW ? 'today-counts' : 'today-counts today-few'} aria-label={t('today.counts')}>
      {counts.map((one, place) => (
        <li key={one.key} className={one.key === next ? 'today-next' : undefined}>
          <button type="button" onClick={() => goTo(one.panel)}>
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
