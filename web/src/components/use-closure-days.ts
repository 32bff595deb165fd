import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';

type ClosedDays = { from: string; to: string; closesAt?: string | undefined };

/** Returns the text of the days on which a branch is closed, with the time at which it closes on the first of them. */
export const useClosureDays = () => {
  const t = useTranslate();
  const { date, clock } = useFormat();
  return ({ from, to, closesAt }: ClosedDays): string => {
    const days = from === to ? date(from) : t('hours.from-to', { from: date(from), to: date(to) });
    return closesAt === undefined ? days : t('hours.from-time', { days, time: clock(closesAt) });
  };
};
