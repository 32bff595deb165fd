import { setTimeout } from 'node:timers/promises';
import { ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { patronByKey } from '../../demo/patrons.ts';
import { untouchedBookAt } from '../../demo/untouched.ts';
import { sentEmails } from '../../local/origin/emails.ts';
import { demoOn } from '../builders/demo.ts';
import { deployed } from '../builders/deployed.ts';

const endpoints = deployed();
const demo = demoOn(endpoints);
const sqs = new SQSClient({
  ...{ endpoint: endpoints.aws, region: endpoints.region },
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const noticesQueue = async (): Promise<string> =>
  (await sqs.send(new ListQueuesCommand({}))).QueueUrls?.find((url) => /notices-NoticesQueue/.test(url)) ?? '';
/** A work of which Lakeshore has the consortium's only copy, and which nothing of the demo uses. */
const { workId: work, barcode: item } = untouchedBookAt('lakeshore.main');
const reader = patronByKey('castellano-lucia');

const desk = (branchId: string, path: string, body: Record<string, unknown>) =>
  demo.call('POST', `/circulation/${path}`, { as: demo.at('desk', branchId), body: { branchId, ...body } });

/** Waits for the single e-mail of a hold that is ready; a duplicate message in the queue sends no second one. */
const notifiedOnce = async (subject: string, to: string, since: string): Promise<void> => {
  const sent = async (begins: string) =>
    (await sentEmails(endpoints.aws)).filter(
      (email) => email.to[0] === to && email.at >= since && email.subject.startsWith(begins),
    );
  const awaited = async (begins: string) => {
    for (let tries = 0; tries < 60 && (await sent(begins)).length === 0; tries += 1) await setTimeout(1000);
    return sent(begins);
  };
  expect(await awaited(subject)).toMatchObject([{ text: expect.stringContaining('le espera en') }]);
  const { body } = await demo.call('GET', '/notices/mine', { as: reader.key });
  const notice = (body.notices as Record<string, string>[]).find(({ kind }) => kind === 'hold-ready');
  expect(notice).toMatchObject({ sent: 'email', branchId: 'riverton.main' });
  const { patronId } = (await demo.call('GET', '/patrons/me', { as: reader.key })).body;
  const { noticeId, kind, at } = notice ?? {};
  const message = { noticeId, patronId, kind, at, cause: 'riverton' };
  const last = { ...message, noticeId: `last-${since}`, kind: 'hold-ended' };
  const QueueUrl = await noticesQueue();
  for (const one of [message, message, last])
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(one) }));
  // The last message in the queue was processed, so the earlier ones were too.
  expect(await awaited('Su reserva ha terminado')).toHaveLength(1);
  expect(await sent(subject)).toHaveLength(1);
};
const checkIn = async (branchId: string) => (await desk(branchId, 'check-ins', { item })).body;

test('one card: borrowed at another member, returned at a third, sent home and received', async () => {
  const lent = await desk('lakeshore.main', 'check-outs', { item, patron: reader.card });
  expect(lent).toMatchObject({
    status: 201,
    body: { loan: { barcode: item, checkoutBranch: 'lakeshore.main', renewals: 0 } },
  });
  // On the day of the loan a renewal gains nothing: it is refused and does not count (C68).
  const renewed = await demo.call('POST', '/circulation/renewals', { as: reader.key, body: { item } });
  expect(renewed).toMatchObject({ status: 409, body: { code: 'renewal-not-longer' } });
  expect(await checkIn('harcourt.main')).toMatchObject({
    loanClosed: true,
    next: { step: 'send', branchId: 'lakeshore.main', forHold: false },
  });
  const path = '/circulation/branches/lakeshore.main/transits';
  const { body } = await demo.call('GET', path, { as: demo.at('desk', 'lakeshore.main') });
  expect(JSON.stringify(body)).toContain(item);
  expect(await checkIn('lakeshore.main')).toMatchObject({ loanClosed: false, next: { step: 'shelve' } });
}, 120_000);

test('a hold placed from one member is filled by another’s copy and collected at home', async () => {
  const [recordId] = await demo.recordsOf(work);
  const body = { recordId, pickupBranch: 'riverton.main' };
  const since = new Date().toISOString();
  const placed = await demo.call('POST', '/circulation/holds', { as: reader.key, body });
  expect(placed).toMatchObject({ status: 201, body: { hold: { recordId, state: 'placed', place: 1 } } });
  expect(await checkIn('lakeshore.main')).toMatchObject({
    next: { step: 'send', branchId: 'riverton.main', forHold: true },
  });
  expect(await checkIn('riverton.main')).toMatchObject({ next: { step: 'hold-shelf', branchId: 'riverton.main' } });
  await notifiedOnce('Listo para recoger', reader.email ?? '', since);
  const others = await desk('riverton.main', 'check-outs', { item, patron: patronByKey('lindholm-erik').card });
  expect(others.status).toBe(409);
  const collected = await desk('riverton.main', 'check-outs', { item, patron: reader.card });
  expect(collected).toMatchObject({ status: 201, body: { loan: { barcode: item, memberId: 'lakeshore' } } });
  const { body: mine } = await demo.call('GET', '/circulation/my/holds', { as: reader.key });
  expect((mine.holds as { recordId: string }[]).filter((hold) => hold.recordId === recordId)).toEqual([]);
  expect(await checkIn('riverton.main')).toMatchObject({
    loanClosed: true,
    next: { step: 'send', branchId: 'lakeshore.main' },
  });
  expect(await checkIn('lakeshore.main')).toMatchObject({ next: { step: 'shelve' } });
}, 120_000);

test('six desks lend one copy at the same moment: one loan', async () => {
  const readers = ['okafor-amara', 'castellano-lucia', 'osei-kofi', 'reyes-marisol', 'singh-harpreet', 'adler-miriam'];
  const answers = await Promise.all(
    readers.map((key) => desk('lakeshore.main', 'check-outs', { item, patron: patronByKey(key).card })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  expect(await checkIn('lakeshore.main')).toMatchObject({ loanClosed: true });
}, 120_000);
