import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as watch } from '../../../functions/finance/consumers/watch-budgets/handler.ts';
import { reminderStore } from '../../../functions/finance/data/reminder-store.ts';
import { billingSchema } from '../../../functions/finance/domain/statements/billing-policy.ts';
import { handler as pauseReminders } from '../../../functions/finance/operations/pause-reminders/handler.ts';
import { handler as recordPayment } from '../../../functions/finance/operations/record-payment/handler.ts';
import { handler as sendReminder } from '../../../functions/finance/operations/send-reminder/handler.ts';
import { handler as showAccount } from '../../../functions/finance/operations/show-account/handler.ts';
import { handler as showBooks } from '../../../functions/finance/operations/show-books/handler.ts';
import { carryInvoice } from '../../../functions/finance/public/carry-invoice.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const ses = mockClient(SESv2Client);
const preparer = consortiumStaff('finance-preparer');
const engines = { bus: () => ({ publish: async () => {} }) };
const buyer = { street: '1 Mill Street', postcode: '46204', city: 'Town', country: 'US' };
const members = ['ash', 'oak', 'elm', 'fir'] as const;
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, { NOTICE_SENDER: 'desk@example.org', BUS_NAME: 'no-bus', DEPLOYED_RESOURCES });
  table = await aTable();
  for (const memberId of members) {
    const library = { name: memberId, type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
    await memberStore(table).create({ memberId, ...library }, '2025-01-01T00:00:00.000Z');
    const about = { memberId, reference: `F-${memberId}`, amount: 50_000, currency: 'USD' };
    await carryInvoice(table, { ...about, issuedAt: '2026-09-01T09:00:00.000Z', dueOn: '2026-10-01' });
  }
  const body = billingSchema.parse({
    // fir has no address.
    buyers: members.slice(0, 3).map((memberId) => ({ memberId, ...buyer, email: `${memberId}@example.org` })),
    reminders: { levels: [{ daysAfterDue: 7 }, { daysAfterDue: 21 }] },
  });
  const policy = { kind: 'billing', effectiveFrom: '2026-05-01T00:00:00.000Z', decisionReference: 'Board 1', body };
  const actor = consortiumStaff('admin');
  const adopted = await call(adoptPolicy.using(at('2026-04-30T00:00:00.000Z')), { actor, body: policy });
  expect(adopted.status).toBe(201);
});
afterAll(() => {
  delete process.env.NOTICE_SENDER;
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  ses.reset();
  ses.on(SendEmailCommand).resolves({ MessageId: 'm1' });
});

let runs = 0;
const run = (day: string) => {
  runs += 1;
  return watch.using(at(`${day}T06:00:00.000Z`, engines))({}, { awsRequestId: `run-${runs}` });
};
const addressed = () =>
  ses.commandCalls(SendEmailCommand).map(({ args: [{ input }] }) => input.Destination?.ToAddresses?.[0]);
const send = (memberId: string, level: number, day: string, actor = preparer) =>
  call(sendReminder.using(at(`${day}T10:00:00.000Z`)), {
    ...{ actor, path: { memberId }, body: { invoice: `F-${memberId}`, level } },
  });
const pause = (memberId: string, until: string, day: string, invoice = `F-${memberId}`) =>
  call(pauseReminders.using(at(`${day}T10:00:00.000Z`)), {
    ...{ actor: preparer, path: { memberId }, body: { invoice, until, reason: 'The council pays later' } },
  });
type Shown = { overdue: { invoice: string; sent: object[]; next?: object; pause?: object }[] };
const overdue = async (memberId: string, day: string, actor = staffAt(memberId, 'member-finance')) =>
  ((await call(showAccount.using(at(`${day}T10:00:00.000Z`)), { actor, path: { memberId } })).body as Shown).overdue;

it('is sent once for each level and member, in any number of runs at the same time; who has no address gets none', async () => {
  await run('2026-10-07');
  expect(addressed()).toEqual([]);
  await Promise.all([run('2026-10-08'), run('2026-10-08'), run('2026-10-08')]);
  expect(addressed().toSorted()).toEqual(['ash@example.org', 'elm@example.org', 'oak@example.org']);
  await run('2026-10-21');
  expect(addressed()).toHaveLength(3);
  expect(await overdue('ash', '2026-10-21')).toMatchObject([
    { invoice: 'F-ash', open: 50_000, sent: [{ level: 1, state: 'sent' }], next: { level: 2, on: '2026-10-22' } },
  ]);
  const query = { to: '2026-10', months: '1' };
  const { body } = await call(showBooks.using(at('2026-10-21T10:00:00.000Z')), { actor: preparer, query });
  const [{ receivables }] = (body as { books: [{ receivables: { memberId: string; reminders?: object }[] }] }).books;
  expect(receivables.find(({ memberId }) => memberId === 'ash')?.reminders).toEqual({
    ...{ level: 1, lastOn: '2026-10-08', nextOn: '2026-10-22' },
  });
});

it('is not sent while it is paused, nor after the payment; staff send the next level by hand, once', async () => {
  expect((await pause('ash', '2026-12-15', '2026-10-21')).status).toBe(200);
  expect(await pause('ash', '2028-01-01', '2026-10-21')).toMatchObject({ body: { code: 'too-long' } });
  expect(await pause('ash', '2026-12-15', '2026-10-21', 'F-none')).toMatchObject({ status: 404 });
  const paid = { amount: 50_000, currency: 'USD', reference: 'TRX 1', valueOn: '2026-10-21' };
  const pays = recordPayment.using(at('2026-10-21T12:00:00.000Z'));
  expect((await call(pays, { actor: preparer, path: { memberId: 'oak' }, body: paid })).status).toBe(201);
  await run('2026-10-23');
  expect(addressed()).toEqual(['elm@example.org']);
  expect(await send('ash', 2, '2026-10-24')).toMatchObject({ status: 409, body: { code: 'paused' } });
  expect((await pause('ash', '2026-10-24', '2026-10-24')).status).toBe(200);
  expect(await overdue('oak', '2026-10-24')).toEqual([]);
  expect((await send('ash', 2, '2026-10-24', staffAt('ash', 'member-finance'))).status).toBe(403);
  const all = await Promise.all([1, 2, 3].map(() => send('ash', 2, '2026-10-24')));
  expect(all.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  expect(addressed()).toEqual(['elm@example.org', 'ash@example.org']);
  expect(await send('ash', 3, '2026-10-24')).toMatchObject({ body: { code: 'all-sent' } });
  expect(await send('oak', 2, '2026-10-24')).toMatchObject({ body: { code: 'not-overdue' } });
  expect(await send('fir', 2, '2026-10-24')).toMatchObject({ body: { code: 'wrong-level' } });
  expect(await send('fir', 1, '2026-10-24')).toMatchObject({ body: { code: 'no-address' } });
});

it('is not claimed when a payment is booked after the account was read', async () => {
  const reminder = {
    ...{ invoice: 'F-fir', level: 1, state: 'sending' as const, at: '2026-10-24T10:00:00.000Z', by: 'schedule' },
    ...{ amount: 50_000, currency: 'USD' },
  };
  expect(await reminderStore(table).claim('fir', reminder, 0)).toBe(false);
  expect(await reminderStore(table).of('fir')).toEqual({ sent: [], pauses: [] });
});

it('gives the level back when the e-mail service refuses, and does not send it again when the service never answered', async () => {
  const about = { memberId: 'elm', amount: 700, currency: 'USD', issuedAt: '2026-09-02T09:00:00.000Z' };
  await carryInvoice(table, { ...about, reference: 'F-2', dueOn: '2026-10-02' });
  ses.on(SendEmailCommand).rejects(Object.assign(new Error('no'), { $metadata: { httpStatusCode: 400 } }));
  expect(await run('2026-11-01')).toMatchObject({ reminded: 0 });
  expect((await overdue('elm', '2026-11-01')).find(({ invoice }) => invoice === 'F-2')).toMatchObject({ sent: [] });
  ses.on(SendEmailCommand).rejects(new Error('timeout'));
  expect(await run('2026-11-02')).toMatchObject({ reminded: 0 });
  ses.on(SendEmailCommand).resolves({ MessageId: 'm1' });
  expect(await run('2026-11-03')).toMatchObject({ reminded: 0 });
  expect((await overdue('elm', '2026-11-03')).find(({ invoice }) => invoice === 'F-2')).toMatchObject({
    sent: [{ level: 1, state: 'sending' }],
    next: { level: 2 },
  });
});
