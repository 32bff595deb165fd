import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

/** The terms that end soon: their reserves return to their shelves, and their courses are copied to the next term before. */
export const TermsPanel = ({ terms }: { terms: NonNullable<Today['terms']> }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <TodayPanel id="terms" title={t('today.terms')} count={terms.length} isEmpty={false} empty="">
      <ul className="today-rows">
        {terms.map(({ name, endsOn }) => (
          <li key={`${name} ${endsOn}`} className="today-row">
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
