import fc from 'fast-check';
import type { AccountLine } from '../member-account/account-line.ts';
import { settle } from '../member-account/settling.ts';
import { billingSchema } from '../statements/billing-policy.ts';
import { isReminderDue, overdueInvoices, type RemindedBy, reminderSummary } from './overdue-invoices.ts';
import { type Reminder, reminderRulesSchema } from './reminder.ts';
import { reminderEmail } from './reminder-email.ts';

const line = (kind: AccountLine['kind'], at: string, amount: number, more: Partial<AccountLine> = {}): AccountLine => ({
  ...{ at: `${at}T09:00:00.000Z`, entryId: `${kind}-${at}`, kind, amount, currency: 'USD', reference: `R ${at}` },
  ...more,
});
const invoice = line('invoice', '2026-09-01', 100_000, { reference: '2026-000041', dueOn: '2026-10-01' });
const levels = [{ daysAfterDue: 7 }, { daysAfterDue: 21 }, { daysAfterDue: 45, text: 'The board was informed.' }];
const sent = (level: number, on: string, of = '2026-000041'): Reminder => ({
  ...{ invoice: of, level, state: 'sent', at: `${on}T06:00:00.000Z`, by: 'schedule', amount: 100_000, currency: 'USD' },
});
const by = (today: string, more: Partial<RemindedBy> = {}): RemindedBy => ({
  ...{ rules: { levels }, sent: [], pauses: [], disputed: new Map(), today },
  ...more,
});
const nextOf = (lines: AccountLine[], at: RemindedBy) => overdueInvoices(lines, at)[0]?.next;

describe('Reminders of an overdue invoice', () => {
  it('come on the days of the rules after it was due, one level after the other', () => {
    expect(overdueInvoices([invoice], by('2026-10-01'))).toEqual([]);
    expect(nextOf([invoice], by('2026-10-02'))).toEqual({ level: 1, on: '2026-10-08' });
    expect(nextOf([invoice], by('2026-10-09', { sent: [sent(1, '2026-10-08')] }))).toEqual({
      level: 2,
      on: '2026-10-22',
    });
    const all = [sent(3, '2026-11-15'), sent(1, '2026-10-08'), sent(2, '2026-10-22')];
    expect(overdueInvoices([invoice], by('2026-12-01', { sent: all }))[0]).toMatchObject({
      sent: [{ level: 1 }, { level: 2 }, { level: 3 }],
    });
    expect(nextOf([invoice], by('2026-12-01', { sent: all }))).toBeUndefined();
    expect(nextOf([invoice], by('2026-12-01', { rules: { levels: [] } }))).toBeUndefined();
  });

  it('of an old invoice are as far apart as by the rules, also when rules begin late', () => {
    const late = by('2026-12-01', { sent: [sent(1, '2026-12-01')] });
    expect(nextOf([invoice], by('2026-12-01'))).toEqual({ level: 1, on: '2026-10-08' });
    expect(nextOf([invoice], late)).toEqual({ level: 2, on: '2026-12-15' });
  });

  it('are not sent for what is paid, credited or in dispute, and ask for the rest', () => {
    const today = '2026-11-01';
    expect(overdueInvoices([invoice, line('payment', '2026-10-02', -100_000)], by(today))).toEqual([]);
    const credit = line('credit-note', '2026-10-02', -30_000, { corrects: ['2026-000041'] });
    const [rest] = overdueInvoices([invoice, credit], by(today, { disputed: new Map([[invoice.entryId, 20_000]]) }));
    expect(rest).toMatchObject({ open: 70_000, disputed: 20_000, next: { level: 1 } });
    expect(nextOf([invoice], by(today, { disputed: new Map([[invoice.entryId, 100_000]]) }))).toBeUndefined();
    expect(nextOf([line('reversal', '2026-09-01', 500)], by(today))).toBeUndefined();
  });

  it('wait until the day that was agreed, and a day that has begun has no effect', () => {
    const pause = { invoice: '2026-000041', reason: 'Paid in December', at: '2026-10-10T10:00:00.000Z', by: 'x' };
    const until = (day: string) => by('2026-10-20', { pauses: [{ ...pause, until: day }] });
    expect(overdueInvoices([invoice], until('2026-12-15'))[0]).toMatchObject({
      pause: { until: '2026-12-15' },
      next: { level: 1, on: '2026-12-15' },
    });
    expect(overdueInvoices([invoice], until('2026-10-20'))[0]).not.toHaveProperty('pause');
    expect(nextOf([invoice], until('2026-10-20'))).toEqual({ level: 1, on: '2026-10-08' });
  });

  it('are at most one for each level, however often and late the work runs, and never for a settled invoice', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((days) => new Date(Date.UTC(2026, 9, 1 + days)).toISOString());
    const paid = fc.record({ on: day, amount: fc.integer({ min: 1, max: 150_000 }) });
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 12 }),
        fc.array(paid, { maxLength: 3 }),
        (runs, payments) => {
          const emails: Reminder[] = [];
          for (const now of runs.toSorted()) {
            const today = now.slice(0, 10);
            const booked = payments.filter(({ on }) => on <= now);
            const lines = [
              invoice,
              ...booked.map(({ on, amount }, place) =>
                line('payment', on.slice(0, 10), -amount, { entryId: `p-${place}` }),
              ),
            ];
            for (const one of overdueInvoices(lines, by(today, { sent: emails })))
              if (isReminderDue(one, today)) emails.push(sent(one.next?.level ?? 0, today));
            const open = settle(lines).owed[0]?.open ?? 0;
            if (open === 0) expect(emails.filter(({ at }) => at.startsWith(today))).toEqual([]);
          }
          expect(emails.map(({ level }) => level)).toEqual([1, 2, 3].slice(0, emails.length));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are summed up for the books: the highest level, the last day and the next', () => {
    const other = line('invoice', '2026-09-02', 500, { reference: '2026-000042', dueOn: '2026-10-10' });
    const at = by('2026-10-30', { sent: [sent(1, '2026-10-08'), sent(2, '2026-10-22')] });
    const overdue = overdueInvoices([invoice, other], at);
    expect(reminderSummary(overdue, 'USD')).toEqual({ level: 2, lastOn: '2026-10-22', nextOn: '2026-10-17' });
    expect(reminderSummary(overdue, 'EUR')).toBeUndefined();
  });
});

test('the rules have up to three levels, each later than the one before it', () => {
  const isFit = (...days: number[]) =>
    reminderRulesSchema.safeParse({ levels: days.map((daysAfterDue) => ({ daysAfterDue })) }).success;
  expect([isFit(), isFit(7, 21, 45), isFit(7, 7), isFit(0), isFit(366), isFit(1, 2, 3, 4)]).toEqual([
    ...[true, true, false, false, false, false],
  ]);
});

test('the e-mail has the level, the amount without the disputed part, the due day, the bank account, and the text of the rules', () => {
  const seller = { street: '1 Mill', postcode: '4', city: 'Town', country: 'US', account: '0001', bank: 'First Bank' };
  const billing = billingSchema.parse({ issuer: 'The Consortium', seller, reminders: { levels } });
  const [one] = overdueInvoices([invoice], by('2026-11-20', { disputed: new Map([[invoice.entryId, 1_000]]) }));
  if (!one) throw new Error('nothing is overdue');
  const to = { buyer: { memberId: 'ash' }, memberName: 'Ash Library', site: 'https://library.example.org' };
  const email = reminderEmail(billing, one, 3, to);
  expect(email.subject).toBe('Reminder 3: invoice 2026-000041 of The Consortium');
  for (const part of [
    ...[
      'Ash Library',
      'The board was informed.',
      'To be paid: 990.00 USD',
      'In dispute, not asked for here: 10.00 USD',
    ],
    ...['Due on: 1 October 2026', 'Pay to: 0001, First Bank', 'https://library.example.org/accounts/ash'],
  ])
    expect(email.text).toContain(part);
  const spanish = { ...billing, reminders: { ...billing.reminders, language: 'spa' as const } };
  expect(reminderEmail(spanish, one, 1, { ...to, site: undefined }).text).toContain(
    'Vencimiento: 1 de octubre de 2026',
  );
});
