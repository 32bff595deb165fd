import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as receiveReplies } from '../../../functions/notices/consumers/receive-replies/handler.ts';
import { handler as sendDigests } from '../../../functions/notices/consumers/send-digests/handler.ts';
import { handler as sendNotice } from '../../../functions/notices/consumers/send-notice/handler.ts';
import { handler as myNotices } from '../../../functions/notices/operations/list-my-notices/handler.ts';
import { handler as setMine } from '../../../functions/notices/operations/set-my-choices/handler.ts';
import { handler as showMine } from '../../../functions/notices/operations/show-my-choices/handler.ts';
import { patronStore } from '../../../functions/patrons/public/patron-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { TextNotSent } from '../../../layers/platform/queues/text-message.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { noTextMessages, noticesSchema } from '../../../layers/records/policies/domain/notices.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { aPatron, patron } from '../../builders/people.ts';

/** Noon in Berlin, where the branches of this consortium are. */
const noon = '2026-03-02T11:00:00.000Z';
const night = '2026-03-02T22:00:00.000Z';
const morning = '2026-03-03T07:00:00.000Z';
const lambda = { awsRequestId: 'lambda-1' };
const ses = mockClient(SESv2Client);
const sms = jest.fn<Promise<'accepted' | 'refused'>, [{ to: string; text: string }]>();
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, { NOTICE_SENDER: 'library@example.org', TEXT_NUMBER: '+12015550100' });
  table = await aTable();
  await aConsortium(table);
  const [effectiveFrom, decisionReference, adoptedBy] = ['2026-01-01T00:00:00.000Z', 'D', 'test'];
  const body = noticesSchema.parse({ members: { cedar: { sms: { ...noTextMessages, on: true, most: 2 } } } });
  await policyStore(table).adopt({ kind: 'notices', effectiveFrom, decisionReference, adoptedBy, body }, () => ({
    ...{ subject: 'policy:notices', at: noon, auditId: 'aud_sms', by: 'test', did: 'adopted', detail: {} },
  }));
});
beforeEach(() => {
  ses.reset();
  ses.on(SendEmailCommand).resolves({ MessageId: 'm1' });
  sms.mockReset().mockResolvedValue('accepted');
});
afterAll(() => {
  delete process.env.NOTICE_SENDER;
  delete process.env.TEXT_NUMBER;
});

let serial = 0;
const anotherNumber = () => {
  serial += 1;
  return `+1212555${String(serial).padStart(4, '0')}`;
};
const choose = (patronId: string, texts: object | undefined, now = noon, home = 'cedar') =>
  call(setMine.using(at(now)), {
    actor: patron(patronId, home),
    body: { optOuts: [], letters: false, ...(texts && { sms: { kinds: ['hold-ended'], consent: true, ...texts } }) },
  });
const aReader = async (number = anotherNumber()) => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
  expect((await choose(patronId, { number })).status).toBe(200);
  return { patronId, number };
};
const records = (bodies: unknown[]) => ({
  Records: bodies.map((body, i) => ({ messageId: `m${i}`, body: JSON.stringify(body) }) as SQSRecord),
});
const notify = async (patronId: string, now = noon): Promise<void> => {
  serial += 1;
  const message = { noticeId: `t${serial}`, patronId, kind: 'hold-ended', at: now, cause: 'cedar' };
  const done = await sendNotice.with({ sms }).using(at(now))(records([{ ...message, reason: 'by-staff' }]), lambda);
  expect(done.batchItemFailures).toEqual([]);
};
const reply = (number: string, messageBody: string, Timestamp: string) =>
  receiveReplies.using(at(Timestamp))(
    records([{ Message: JSON.stringify({ originationNumber: number, messageBody, messageKeyword: 'K' }), Timestamp }]),
    lambda,
  );
const sentTo = async (patronId: string) =>
  ((await call(myNotices, { actor: patron(patronId, 'cedar') })).body as { notices: { sent: string }[] }).notices.map(
    ({ sent }) => sent,
  );
const consent = async (patronId: string) =>
  (await patronStore(table).get(patronId, { strong: true }))?.person.contactConsents?.sms;
const shown = async (patronId: string) =>
  (await call(showMine.using(at(noon)), { actor: patron(patronId, 'cedar') })).body;

test('a patron agrees to text messages at a number, read in the country of the library; the consent has its time and source', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
  expect(await choose(patronId, { number: '555 0188' })).toMatchObject({
    ...{ status: 422, body: { code: 'phone-unusable', errors: [{ pointer: '/body/sms/number' }] } },
  });
  expect((await choose(patronId, { number: '(212) 555-0188', consent: false })).status).toBe(400);
  expect(await choose(patronId, { number: '(212) 555-0188' })).toMatchObject({
    body: { sms: { number: '+12125550188', kinds: ['hold-ended'] }, reach: { sms: true } },
  });
  expect(await consent(patronId)).toEqual({ given: true, at: noon, source: 'patron' });
  expect((await choose(patronId, undefined)).body).not.toHaveProperty('sms');
  expect(await consent(patronId)).toMatchObject({ given: false });
  const { patronId: elsewhere } = await aPatron(table, { homeBranch: 'ash.main' });
  expect(await choose(elsewhere, { number: '(212) 555-0188' }, noon, 'ash')).toMatchObject({
    ...{ status: 422, body: { code: 'no-text-messages' } },
  });
});

test('a notice goes as a text message instead of an e-mail, and the first one to a number says how to stop', async () => {
  const { patronId, number } = await aReader();
  await notify(patronId);
  await notify(patronId);
  const text = 'cedar: Your hold on an item has ended: the library cancelled it.';
  expect(sms.mock.calls).toEqual([
    [{ to: number, text: `${text}\nReply STOP to end these texts, HELP for help.` }],
    [{ to: number, text }],
  ]);
  expect(ses.commandCalls(SendEmailCommand)).toEqual([]);
  expect(await sentTo(patronId)).toEqual(['sms', 'sms']);
  // The policy allows two a day: the third is an e-mail, and the next day has its own two.
  await notify(patronId);
  expect(await sentTo(patronId)).toContain('email');
  await notify(patronId, '2026-03-03T11:00:00.000Z');
  expect(sms).toHaveBeenCalledTimes(3);
});

test('a text message that is due at night waits for the morning of the branch', async () => {
  const { patronId } = await aReader();
  await notify(patronId, night);
  expect([sms.mock.calls.length, await sentTo(patronId)]).toEqual([0, ['waits']]);
  await sendDigests.with({ sms }).using(at('2026-03-03T06:45:00.000Z'))({}, lambda);
  expect(sms).not.toHaveBeenCalled();
  await sendDigests.with({ sms }).using(at(morning))({}, lambda);
  expect([sms.mock.calls.length, await sentTo(patronId)]).toEqual([1, ['sms']]);
});

test('a text message that failed and is repeated at night waits for the morning; a kind chosen no longer goes by e-mail', async () => {
  const { patronId, number } = await aReader();
  const message = { noticeId: 'again', patronId, kind: 'hold-ended', at: noon, cause: 'cedar', reason: 'by-staff' };
  const sends = (now: string) => sendNotice.with({ sms }).using(at(now))(records([message]), lambda);
  sms.mockRejectedValueOnce(new TextNotSent('400 Throttled'));
  expect((await sends(noon)).batchItemFailures).toHaveLength(1);
  expect((await sends(night)).batchItemFailures).toEqual([]);
  expect([sms.mock.calls.length, await sentTo(patronId)]).toEqual([1, ['waits']]);
  await choose(patronId, { number, kinds: ['due-soon'] }, night);
  await sendDigests.with({ sms }).using(at('2026-03-03T07:10:00.000Z'))({}, lambda);
  expect([sms.mock.calls.length, await sentTo(patronId)]).toEqual([1, ['email']]);
});

test('a number that the service refuses is not tried again: the notice, and the next ones, go by e-mail', async () => {
  sms.mockResolvedValue('refused');
  const { patronId } = await aReader();
  await notify(patronId);
  await notify(patronId);
  expect([sms.mock.calls.length, await sentTo(patronId)]).toEqual([1, ['email', 'email']]);
  expect(await shown(patronId)).toMatchObject({ sms: { refusedAt: noon } });
});

test('STOP by reply ends text messages to every patron with the number, once; START gives back only what STOP took', async () => {
  const number = anotherNumber();
  const [one, other, third] = [await aReader(number), await aReader(number), await aReader()];
  const declines = await aReader(number);
  await choose(declines.patronId, undefined);
  const later = (minutes: number) => new Date(Date.parse(noon) + minutes * 60_000).toISOString();
  await reply(number, 'Stop', later(1));
  await reply(number, 'Stop', later(1));
  for (const { patronId } of [one, other])
    expect(await consent(patronId)).toEqual({ given: false, at: later(1), source: 'reply' });
  expect(await consent(third.patronId)).toMatchObject({ given: true });
  await notify(one.patronId, later(2));
  expect([sms.mock.calls.length, await sentTo(one.patronId)]).toEqual([0, ['email']]);
  expect(await shown(one.patronId)).toMatchObject({ sms: { stoppedAt: later(1) } });
  const log = await table.queryAll({ partition: `PATRON#${one.patronId}`, begins: 'CHANGE#' });
  expect(log.filter(({ detail }) => (detail as { reply?: string }).reply === 'stop')).toHaveLength(1);
  // Neither words that ask for nothing nor a START from before change anything.
  await reply(number, 'Thank you', later(3));
  await reply(number, 'START', later(0));
  expect(await consent(one.patronId)).toMatchObject({ given: false });
  await reply(number, 'START', later(4));
  expect(await consent(one.patronId)).toEqual({ given: true, at: later(4), source: 'reply' });
  expect(await consent(declines.patronId)).toMatchObject({ given: false });
  // The same STOP, delivered late, does not end what START began.
  await reply(number, 'Stop', later(1));
  await notify(one.patronId, later(5));
  expect(sms).toHaveBeenCalledTimes(1);
});

test('a reply that cannot be read fails alone, for the queue of failures', async () => {
  const done = await receiveReplies.using(at(noon))(records([{ Message: 'x', Timestamp: noon }]), lambda);
  expect(done).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
});
