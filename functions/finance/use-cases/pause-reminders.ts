import type * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { AccountStore } from '../data/account-store.ts';
import { pauseWrite } from '../data/reminder-store.ts';
import type { pauseInputSchema, ReminderPause } from '../domain/reminders/reminder.ts';

type Deps = { table: Table; accounts: AccountStore; ids: Ids };
type Input = {
  memberId: string;
  pause: z.output<typeof pauseInputSchema>;
  by: string;
  now: number;
  keep: Keep<{ pause: ReminderPause }>;
};

const DAY = 86_400_000;
/** A pause lasts at most a year: whoever wants more decides again. */
const LONGEST = 366 * DAY;

/** Stops the reminders of an invoice until a day; a day that has begun ends the pause. */
export const pauseReminders = async (
  { table, accounts, ids }: Deps,
  { memberId, pause: input, by, now, keep }: Input,
) => {
  if (Date.parse(input.until) > now + LONGEST) return refuse('too-long', 'A year is the longest.', '/body/until');
  const { lines } = await accounts.load(memberId);
  if (!lines.some(({ kind, reference }) => kind === 'invoice' && reference === input.invoice))
    return refuse('unknown-invoice', 'The account has no such invoice.', '/body/invoice');
  const at = iso(now);
  const pause: ReminderPause = { ...input, at, by };
  const audit = auditWrite({
    ...{ subject: `member:${memberId}`, at, auditId: ids.next('audit', now), by },
    ...{ did: 'pause-reminders', detail: input },
  });
  const lost = await table.write([pauseWrite(memberId, pause), audit, ...keep({ pause })]);
  return lost ? refuse('changed-meanwhile', 'Ask again.') : answer({ pause });
};
