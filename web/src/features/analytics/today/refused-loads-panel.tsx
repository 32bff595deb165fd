import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { shownCount } from './counts.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

/** The loads of records that refused rows or stopped, for those who load them: the way to the reasons. */
export const RefusedLoadsPanel = ({
  list,
  memberId,
}: {
  list: NonNullable<Today['refusedLoads']>;
  memberId: string;
}) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <TodayPanel
      id="refused-loads"
      title={t('today.refused-loads')}
      count={shownCount(list)}
      action={
        <Link to="/loads" search={{ member: memberId }}>
          {t('today.all')}
        </Link>
      }
      isEmpty={list.count === 0}
      empty={t('today.refused-loads-none')}
    >
      <ul className="today-rows">
        {list.entries.map(({ id: importId, title, refused = 0, since }) => (
          <li key={importId} className="today-row">
            <div>
              <Link to="/loads/$importId" params={{ importId }} search={{ member: memberId }} className="today-title">
                {title}
              </Link>
              <p className="today-under">
                {refused > 0 ? t('today.rows-refused', { count: refused }) : t('today.load-stopped')}
              </p>
            </div>
            <span className="today-end">{since && date(since)}</span>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
