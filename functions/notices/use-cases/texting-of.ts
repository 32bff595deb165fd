import type { Patron } from '../../patrons/public/patron-store.ts';
import type { NoticeNumber } from '../data/notice-number-store.ts';
import type { NoticesDeps } from '../deps.ts';

type Deps = Pick<NoticesDeps, 'numbers' | 'sms'>;

/**
 * Returns the number to which text messages of a patron may be sent: where the deployment sends them, the patron agreed to them, and
 * neither a reply stopped them nor the service refused the number. `isOn`: the home library sends them.
 */
export const textableNumber = async (
  { numbers, sms }: Deps,
  { status, person }: Patron,
  isOn: boolean,
  strong = false,
): Promise<NoticeNumber | undefined> => {
  if (!isOn || sms === undefined || person.contactConsents?.sms?.given !== true) return undefined;
  const number = await numbers.get(status.patronId, { strong });
  return number?.stoppedAt === undefined && number?.refusedAt === undefined ? number : undefined;
};
