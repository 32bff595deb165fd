import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { shownCount } from './counts.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

/** The brief records that desks made, for the cataloguers of the library. */
export const FastAddedPanel = ({ list }: { list: NonNullable<Today['fastAdded']> }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <TodayPanel
      id="fast-added"
      title={t('today.fast-added')}
      count={shownCount(list)}
      action={<Link to="/fast-added">{t('today.all')}</Link>}
      isEmpty={list.count === 0}
      empty={t('today.fast-added-none')}
    >
      <ul className="today-rows">
        {list.entries.map(({ id: sourceId, title, since }) => (
          <li key={sourceId} className="today-row">
            <Link to="/edit/$sourceId" params={{ sourceId }} className="today-title">
              {title}
            </Link>
            <span className="today-end">{since && date(since)}</span>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
