import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { shownCount } from './counts.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

/** The webhooks that were paused because of their receivers: nothing is sent until somebody resumes them. */
export const WebhooksPanel = ({ list }: { list: NonNullable<Today['webhooks']> }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <TodayPanel id="webhooks" title={t('today.webhooks')} count={shownCount(list)} isEmpty={false} empty="">
      <ul className="today-rows">
        {list.entries.map(({ webhookId, name, since }) => (
          <li key={webhookId} className="today-row">
            <Link to="/webhooks" className="today-title">
              {name}
            </Link>
            <span className="today-end">{t('today.paused', { day: date(since) })}</span>
          </li>
        ))}
      </ul>
    </TodayPanel>
  );
};
