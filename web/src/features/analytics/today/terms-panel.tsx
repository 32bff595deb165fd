import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { shownCount } from './counts.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

/** The terms that end soon: their reserves return to their shelves, and their courses are copied to the next term before. */
export const TermsPanel = ({ list }: { list: NonNullable<Today['terms']> }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <TodayPanel id="terms" title={t('today.terms')} count={shownCount(list)} isEmpty={false} empty="">
      <ul className="today-rows">
        {list.entries.map(({ termId, name, endsOn }) => (
          <li key={termId} className="today-row">
            <Link to="/reserves" className="today-title">
              {name}
            </Link>
            <span className="today-end">{t('today.until', { day: date(endsOn) })}</span>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
