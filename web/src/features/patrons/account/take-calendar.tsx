import { Button } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { download } from '../../../components/download.ts';
import { placeTime } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { dueCalendar } from './due-calendar.ts';
import type { Loan } from './use-renewals.ts';

/** Downloads the due dates as a calendar file; each day is that of the branch where the copy was lent. */
export const TakeCalendar = ({ loans }: { loans: readonly Loan[] }) => {
  const t = useTranslate();
  const { branches, branchName } = useDirectory();
  const take = (): void => {
    const days = loans.map(({ loanId, due, title, barcode, checkoutBranch }) => {
      const zone = branches.find(({ branchId }) => branchId === checkoutBranch)?.calendar.timeZone ?? 'UTC';
      const named = t('loan.calendar-due', { title: title ?? barcode });
      return { id: loanId, day: placeTime(zone, new Date(due)).day, title: named, place: branchName(checkoutBranch) };
    });
    download('due-dates.ics', dueCalendar(days, new Date()), 'text/calendar');
  };
  return (
    <Button variant="default" onClick={take}>
      {t('loan.calendar')}
    </Button>
  );
};
