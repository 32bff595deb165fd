import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { shownCount } from './counts.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

/** What devices of the branch did and the system did not record. */
export const DevicesPanel = ({ list }: { list: NonNullable<Today['devices']> }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <TodayPanel
      id="devices"
      title={t('today.devices')}
      count={shownCount(list)}
      action={<Link to="/device-transactions">{t('today.all')}</Link>}
      isEmpty={false}
      empty=""
    >
      <ul className="today-rows">
        {list.entries.map(({ transactionId, state, item, since }) => (
          <li key={transactionId} className="today-row">
            <div>
              <Link to="/device-transactions" className="today-title">
                {item ?? t('today.device-damaged')}
              </Link>
              <p className="today-under">{t(`today.device-${state}`)}</p>
            </div>
            <span className="today-end">{date(since)}</span>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
