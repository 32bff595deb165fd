import { localDay } from '../../../layers/domain/calendar/days.ts';
import type { Branch } from '../../../layers/domain/membership/branch.ts';

/** What the e-mail of a hold that is ready says. Without the title where it is not known; it names nobody. */
export const holdReadyMail = ({
  title,
  branch,
  until,
}: {
  title?: string | undefined;
  branch?: Branch | undefined;
  until?: string | undefined;
}): { subject: string; text: string } => {
  const what = title === undefined ? 'The item that you reserved' : `“${title}”`;
  const where = branch === undefined ? 'your pickup branch' : `${branch.name}, ${branch.address}`;
  const last = until !== undefined && branch ? `\nIt is kept for you until ${localDay(branch.calendar, until)}.` : '';
  return { subject: 'Your hold is ready', text: `${what} waits for you at ${where}.${last}\n` };
};
