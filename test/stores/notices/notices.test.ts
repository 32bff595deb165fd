import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { keys as circulationKeys } from '../../../functions/circulation/public/keys.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { handler as sendDigests } from '../../../functions/notices/consumers/send-digests/handler.ts';
import { handler as sendNotice } from '../../../functions/notices/consumers/send-notice/handler.ts';
import { CLAIM_MS, noticeStore } from '../../../functions/notices/data/notice-store.ts';
import { handler as myNotices } from '../../../functions/notices/operations/list-my-notices/handler.ts';
import { handler as patronNotices } from '../../../functions/notices/operations/list-patron-notices/handler.ts';
import { handler as setMine } from '../../../functions/notices/operations/set-my-choices/handler.ts';
import { handler as setContact } from '../../../functions/patrons/operations/set-my-contact/handler.ts';
import { patronStore } from '../../../functions/patrons/public/patron-store.ts';
import { handler as setAccount } from '../../../functions/payments/operations/set-account/handler.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { type NoticesPolicy, noticesSchema } from '../../../layers/records/policies/domain/notices.ts';
import { call } from '../../builders/call.ts';
import { aHold, aLoan } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy, at } from '../../builders/lending.ts';
import { aPatron, consortiumStaff, patron, staffAt } from '../../builders/people.ts';
import { aSite } from '../../builders/site.ts';

const monday = '2026-03-02T11:00:00.000Z';
const ses = mockClient(SESv2Client);
const lambda = { awsRequestId: 'lambda-1' };
let table: Table;

const adopt = (body: Partial<NoticesPolicy>, effectiveFrom: string) =>
  policyStore(table).adopt(
    { kind: 'notices', effectiveFrom, decisionReference: 'D-2', adoptedBy: 'test', body: noticesSchema.parse(body) },
    (version) => ({
      ...{ subject: 'policy:notices', at: monday, auditId: `aud_n${version}`, by: 'test', did: 'adopted', detail: {} },
    }),
  );

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.NOTICE_SENDER = 'library@example.org';
  table = await aTable();
  await aConsortium(table);
  await adopt({ members: { ash: { digest: { on: true, hour: 8 } } } }, '2026-01-01T00:00:00.000Z');
});
beforeEach(() => {
  ses.reset();
  ses.on(SendEmailCommand).resolves({ MessageId: 'm1' });
});
afterAll(() => {
  delete process.env.NOTICE_SENDER;
});

let serial = 0;
/** Returns a recall message, which stays valid without a copy. */
const aMessage = (patronId: string, more: Partial<NoticeMessage> = {}): NoticeMessage => {
  serial += 1;
  return { noticeId: `n${serial}`, patronId, kind: 'hold-ended', at: monday, cause: 'cedar', ...more };
};
const batch = (...messages: unknown[]) => ({
  Records: messages.map((message, i) => ({ messageId: `m${i}`, body: JSON.stringify(message) }) as SQSRecord),
});
const receive = (now: string, ...messages: unknown[]) => sendNotice.using(at(now))(batch(...messages), lambda);
const emails = () =>
  ses.commandCalls(SendEmailCommand).map(({ args: [{ input }] }) => ({
    to: input.Destination?.ToAddresses,
    subject: input.Content?.Simple?.Subject?.Data,
    text: input.Content?.Simple?.Body?.Text?.Data,
  }));
const listed = async (patronId: string) =>
  ((await call(myNotices.using(at(monday)), { actor: patron(patronId, 'cedar') })).body as { notices: unknown[] })
    .notices;

test('twenty concurrent deliveries of one message are one notice and one e-mail', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
  const message = aMessage(patronId, { reason: 'not-fetched' });
  await Promise.all(Array.from({ length: 20 }, () => receive(monday, message)));
  await receive('2026-03-02T12:00:00.000Z', message);
  expect(emails()).toEqual([
    {
      to: ['amara.okafor@example.org'],
      subject: 'Your hold has ended: an item',
      text: 'Your hold on an item has ended.\nWhy: it was not collected in time.\nYou can place it again in your account or at any desk.\n\ncedar',
    },
  ]);
  expect(await listed(patronId)).toEqual([
    { noticeId: message.noticeId, at: monday, kind: 'hold-ended', reason: 'not-fetched', sent: 'email' },
  ]);
});

test('a desk of the home library sees which notices a patron got, as the patron does; another library sees none', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
  await receive(monday, aMessage(patronId, { reason: 'not-fetched' }));
  const seenAt = (branchId: string, of = patronId) =>
    call(patronNotices.using(at(monday)), {
      actor: staffAt(branchId, 'desk'),
      ...{ path: { patronId: of }, query: { branchId } },
    });
  const { status, body } = await seenAt('cedar.main');
  expect([status, (body as { notices: unknown[] }).notices]).toEqual([200, await listed(patronId)]);
  expect((body as { notices: unknown[] }).notices).toHaveLength(1);
  expect(await seenAt('ash.main')).toMatchObject({ status: 403, body: { code: 'not-home' } });
  expect(await seenAt('cedar.main', 'pat_nobody')).toMatchObject({ status: 404, body: { code: 'patron-unknown' } });
});

test('a certainly refused e-mail is retried; an uncertain one only when its claim has expired', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
  const message = aMessage(patronId);
  const refusal = Object.assign(new Error('slow down'), { $metadata: { httpStatusCode: 429 } });
  ses.on(SendEmailCommand).rejectsOnce(refusal).rejectsOnce(new Error('socket hang up'));
  const failed = { batchItemFailures: [{ itemIdentifier: 'm0' }] };
  expect(await receive(monday, message)).toEqual(failed);
  expect(await receive(monday, message)).toEqual(failed);
  expect(await noticeStore(table).get(patronId, message.noticeId)).toMatchObject({ state: 'sending' });
  // The claim remains: its owner may still be at work.
  expect(await receive(monday, message)).toEqual(failed);
  expect(emails()).toHaveLength(2);
  const later = new Date(Date.parse(monday) + CLAIM_MS + 1).toISOString();
  expect(await receive(later, message)).toEqual({ batchItemFailures: [] });
  expect(await receive(later, message)).toEqual({ batchItemFailures: [] });
  expect(emails()).toHaveLength(3);
});

test('outdated notices are not sent: the copy was collected, the loan returned', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
  const hold = aHold({ patronId });
  const claim = { holdId: hold.holdId, patronId, pickupBranch: 'cedar.main' };
  const shelved = await aCopy(table, { state: 'on-hold-shelf', hold: claim });
  const about = { kind: 'hold-ready' as const, itemId: shelved.itemId, holdId: hold.holdId, branchId: 'cedar.main' };
  await receive(monday, aMessage(patronId, about));
  expect(emails()).toMatchObject([{ subject: 'Ready to collect: an item' }]);
  const { hold: _, ...rest } = shelved;
  await table.write([{ put: itemRecord({ ...rest, state: 'available', v: shelved.v + 1 }) }]);
  await receive(monday, aMessage(patronId, about));
  const loan = aLoan({ patronId });
  const gone = { kind: 'overdue' as const, itemId: shelved.itemId, loanId: loan.loanId, due: loan.due, step: 1 };
  await receive(monday, aMessage(patronId, gone));
  expect(emails()).toHaveLength(1);
  expect(await listed(patronId)).toHaveLength(1);
});

test('notices of a day are one e-mail at the member’s hour; urgent and outdated ones are not in it', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'ash.main' });
  const bill = aMessage(patronId, { kind: 'bill', billId: 'bil_paid', amount: { minor: 250, currency: 'EUR' } });
  const billed = { ...circulationKeys.key('patronBill', { patronId, billId: 'bil_paid' }), entity: 'patronBill', v: 1 };
  const open = { billId: 'bil_paid', patronId, member: 'ash', kind: 'fee', amount: 250, currency: 'EUR', at: monday };
  await table.write([{ put: { ...billed, ...open, open: 250 } }]);
  const one = aMessage(patronId, { reason: 'not-fetched' });
  const two = aMessage(patronId, { reason: 'not-needed' });
  const recall = aMessage(patronId, { kind: 'recall', due: '2026-03-09T22:59:59.000Z' });
  await receive(monday, one, two, bill, recall, one);
  expect(emails().map(({ subject }) => subject)).toEqual(['Please bring back: an item']);
  await table.write([{ put: { ...billed, ...open, open: 0, v: 2 } }]);
  await sendDigests.using(at('2026-03-03T06:45:00.000Z'))({}, lambda);
  expect(emails()).toHaveLength(1);
  await Promise.all([1, 2, 3].map(() => sendDigests.using(at('2026-03-03T07:00:00.000Z'))({}, lambda)));
  await sendDigests.using(at('2026-03-03T07:15:00.000Z'))({}, lambda);
  await receive('2026-03-03T08:00:00.000Z', one, two);
  expect(emails().slice(1)).toMatchObject([{ subject: '2 notices from ash' }]);
  expect(emails()[1]?.text).toMatch(/not collected in time[\s\S]*has passed/);
  expect(emails()[1]?.text).not.toContain('charged');
  const states = (await noticeStore(table).list(patronId)).map(({ state }) => state);
  expect(states.toSorted()).toEqual(['emailed', 'emailed', 'emailed', 'void']);
});

test('an e-mail links to the account, and that of a bill to its payment where the library takes payments online', async () => {
  aSite();
  process.env.PARTNER_SECRETS = '/none';
  const body = {
    ...{ on: true, collectsFor: 'own', minimum: 50, providerAccount: 'acct_1Cedar0', version: 0 },
    ...{ secretKey: 'sk_test_cedar0', eventSecret: 'whsec_cedar0' },
  };
  const opened = { actor: consortiumStaff('admin'), path: { memberId: 'cedar' }, body };
  const members = { get: () => Promise.resolve({ memberId: 'cedar', name: 'Cedar' }) };
  expect((await call(setAccount.using(at(monday)).with({ members } as object), opened)).status).toBe(200);
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
  for (const member of ['cedar', 'elm']) {
    const billId = `bil_${member}`;
    const amount = { minor: 250, currency: 'EUR' };
    const row = { ...circulationKeys.key('patronBill', { patronId, billId }), entity: 'patronBill', v: 1 };
    const bill = { billId, patronId, member, kind: 'fee', amount: 250, currency: 'EUR', at: monday, open: 250 };
    await table.write([{ put: { ...row, ...bill } }]);
    await receive(monday, aMessage(patronId, { kind: 'bill', billId, amount, reason: 'fee' }));
  }
  delete process.env.SITE_PARAMETER;
  await receive(monday, aMessage(patronId, { reason: 'not-fetched' }));
  const [online, atDesk, withoutSite] = emails().map(({ text = '' }) => text.match(/https:\S+/g));
  expect([online, atDesk, withoutSite]).toEqual([
    ['https://library.test/account#bills', 'https://library.test/account'],
    ['https://library.test/account'],
    null,
  ]);
});

test('a notice that waits for the digest is not sent to a patron who refuses e-mail meanwhile, unless it is mandatory', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'ash.main' });
  const ended = aMessage(patronId, { reason: 'not-fetched' });
  await receive(monday, ended);
  const refusal = { actor: patron(patronId, 'ash'), body: { contactConsents: { email: false } } };
  expect((await call(setContact.using(at(monday)), refusal)).status).toBe(200);
  await sendDigests.using(at('2026-03-03T07:00:00.000Z'))({}, lambda);
  expect(emails()).toEqual([]);
  expect(await noticeStore(table).get(patronId, ended.noticeId)).toMatchObject({ state: 'in-account' });
});

test('a message for an erased patron, or of a disabled kind, leaves nothing', async () => {
  await adopt({ members: { elm: { kinds: [] } }, alwaysOn: [] }, '2027-01-01T00:00:00.000Z');
  const { patronId } = await aPatron(table, { homeBranch: 'elm.main' });
  expect(await receive('2027-02-01T00:00:00.000Z', aMessage(patronId), aMessage('pat_gone'), { not: 'one' })).toEqual({
    batchItemFailures: [{ itemIdentifier: 'm2' }],
  });
  expect(await listed(patronId)).toEqual([]);
});

test('the receipts of a visit are one e-mail to a patron who chose them; another patron gets none', async () => {
  const [{ patronId }, other] = [
    await aPatron(table, { homeBranch: 'cedar.main' }),
    await aPatron(table, { homeBranch: 'cedar.main' }),
  ];
  const choose = (receipts: object) =>
    call(setMine.using(at(monday)), {
      actor: patron(patronId, 'cedar'),
      body: { optOuts: [], letters: false, ...receipts },
    });
  const flag = async () => (await patronStore(table).get(patronId, { strong: true }))?.status.receipts;
  expect(await choose({ receipts: true })).toMatchObject({ status: 200, body: { receipts: true } });
  expect(await flag()).toBe(true);
  const loan = { kind: 'checkout-receipt', due: '2026-03-30T21:59:59.000Z' } as const;
  const payment = { kind: 'payment-receipt', amount: { minor: 250, currency: 'EUR' }, reason: 'overdue' } as const;
  const visit = (of: string) => [loan, loan, payment].map((one) => aMessage(of, one));
  await receive('2026-03-04T11:00:00.000Z', ...visit(patronId), ...visit(other.patronId));
  expect([emails(), await listed(other.patronId)]).toEqual([[], []]);
  await sendDigests.using(at('2026-03-04T12:00:00.000Z'))({}, lambda);
  expect(emails()).toMatchObject([{ subject: '3 notices from cedar' }]);
  expect(emails()[0]?.text).toMatch(
    /You borrowed an item[\s\S]*You paid €2\.50\.\nWhat for: a loan that came back late/,
  );
  expect((await choose({})).body).not.toHaveProperty('receipts');
  expect(await flag()).toBeUndefined();
});
