import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { billingAt } from '../data/billing-in-force.ts';
import type { ReminderDeps } from '../deps.ts';
import { type OverdueInvoice, remindable } from '../domain/reminders/overdue-invoices.ts';
import { loadOverdue } from './load-overdue.ts';
import { remind } from './remind.ts';

type Input = { memberId: string; invoice: string; level: number; by: string; now: number };

const details = {
  'no-address': 'The rules for billing have no e-mail address of the member.',
  'no-sender': 'The deployment has no sender of e-mail.',
  'changed-meanwhile': 'The account was changed: look again.',
  'not-sent': 'The e-mail service refused it.',
} as const;

const refusalOf = ({ sent, pause, open, disputed }: OverdueInvoice, level: number, levels: number) => {
  if (sent.length >= levels) return refuse('all-sent', 'All reminders of this invoice were sent.', '/body/level');
  if (level !== sent.length + 1) return refuse('wrong-level', `The next one is ${sent.length + 1}.`, '/body/level');
  if (remindable({ open, disputed }) === 0)
    return refuse('disputed', 'All that is open of it is in dispute.', '/body/invoice');
  return pause ? refuse('paused', `It is not reminded until ${pause.until}.`, '/body/invoice') : undefined;
};

/** Sends the next reminder of an overdue invoice before its day. The level is named, so that a repeated request sends nothing. */
export const sendReminder = async (
  deps: ReminderDeps & { ids: Ids },
  { memberId, invoice: number, level, by, now }: Input,
) => {
  const [account, billing, member] = await Promise.all([
    deps.accounts.load(memberId),
    billingAt(deps.policies, now),
    deps.members.get(memberId),
  ]);
  const overdue = await loadOverdue(deps, memberId, account, { rules: billing.reminders, now });
  const invoice = overdue.find((one) => one.invoice === number);
  if (!invoice || !member) return refuse('not-overdue', 'No such invoice is overdue.', '/body/invoice');
  const refused = refusalOf(invoice, level, billing.reminders.levels.length);
  if (refused) return refused;
  const audit = auditWrite({
    ...{ subject: `member:${memberId}`, at: iso(now), auditId: deps.ids.next('audit', now), by },
    ...{ did: 'send-reminder', detail: { invoice: number, level } },
  });
  const done = await remind(deps, { member, invoice, level, v: account.v, billing, by, now }, [audit]);
  return 'reminder' in done ? answer(done) : refuse(done.against, details[done.against]);
};
