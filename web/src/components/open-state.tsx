import type { Branch } from '../api/directory.ts';
import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Badge } from './badge.tsx';
import { openingAt } from './opening-hours.ts';

/** Whether a branch is open now, and until when; otherwise when it opens next. */
export const OpenState = ({ calendar }: { calendar: Branch['calendar'] }) => {
  const t = useTranslate();
  const { clock, date } = useFormat();
  const opening = openingAt(calendar, new Date());
  if (opening.isOpen) {
    return (
      <Badge tone="good" icon="yes">
        {t('hours.open-until', { time: clock(opening.until) })}
      </Badge>
    );
  }
  const { next } = opening;
  if (!next) return <Badge tone="none">{t('hours.closed')}</Badge>;
  const day = next.days === 0 ? t('hours.today') : next.days === 1 ? t('hours.tomorrow') : date(next.day);
  return <Badge tone="none">{t('hours.opens', { day, time: clock(next.at) })}</Badge>;
};
