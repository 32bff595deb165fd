import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { handler as sendNotice } from '../../../functions/notices/consumers/send-notice/handler.ts';
import { keys as resourceSharingKeys } from '../../../functions/resource-sharing/data/keys.ts';
import { readLoanChange } from '../../../functions/resource-sharing/data/loan-change.ts';
import { loanDocumentStore, newDocumentWrite } from '../../../functions/resource-sharing/data/loan-document-store.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import { partnersDocument } from '../../../functions/resource-sharing/domain/copies/loan-document.ts';
import { receive } from '../../../functions/resource-sharing/domain/messages/receive.ts';
import type { LoanRequest } from '../../../functions/resource-sharing/domain/requests/request.ts';
import { TIMERS_IN_LIFE } from '../../../functions/resource-sharing/domain/workflow/timers.ts';
import { handler as deliverCopy } from '../../../functions/resource-sharing/operations/deliver-copy/handler.ts';
import { handler as fetchCopy } from '../../../functions/resource-sharing/operations/fetch-copy/handler.ts';
import { handler as openCopy } from '../../../functions/resource-sharing/operations/open-copy/handler.ts';
import { handler as showCopy } from '../../../functions/resource-sharing/operations/show-copy/handler.ts';
import { handler as showMyCopy } from '../../../functions/resource-sharing/operations/show-my-copy/handler.ts';
import { handler as supplyCopy } from '../../../functions/resource-sharing/operations/supply-copy/handler.ts';
import { handler as takeCopy } from '../../../functions/resource-sharing/operations/take-copy/handler.ts';
import { handler as uploadCopy } from '../../../functions/resource-sharing/operations/upload-copy/handler.ts';
import { forgetCopies } from '../../../functions/resource-sharing/use-cases/copies/forget-copies.ts';
import type { Bucket } from '../../../layers/platform/runtime/engines.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { fromOutside, requestsIn } from '../../builders/copy-requests.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy, at } from '../../builders/lending.ts';
import { noticesCausedBy, noticesIn } from '../../builders/notices.ts';
import { aPatron, patron, staffAt } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import '../../builders/loan-machine.ts';

const monday = '2026-03-02T11:00:00.000Z';
const bucket = bucketInMemory();
const forgotten: string[] = [];
const on = (instant: string) => at(instant, { bucket });
process.env.SITE_PARAMETER = '/site';
mockClient(SSMClient)
  .on(GetParameterCommand)
  .resolves({ Parameter: { Value: 'https://library.test' } });

let table: Awaited<ReturnType<typeof aTable>>;
let requests: ReturnType<typeof requestsIn>;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  requests = requestsIn(table, monday);
});

const days = (count: number): string => new Date(Date.parse(monday) + count * 86_400_000).toISOString();
const pdf = Buffer.from('%PDF-1.7 a scan of twelve pages');
const documents = () => loanDocumentStore(table);
const body = (answered: { body: unknown }) => answered.body as Record<string, unknown>;
const askOf = ({ asks }: LoanRequest) => asks[0]?.askId ?? '';
const upload = (request: LoanRequest, more: Record<string, unknown> = {}, actor = staffAt('ash.main', 'ill')) =>
  call(uploadCopy.using(on(monday)), {
    actor,
    path: { requestId: request.requestId },
    body: { branchId: 'ash.main', askId: askOf(request), fileName: 'Scan 12.PDF', bytes: pdf.length, ...more },
  });
const supply = (request: LoanRequest, documentId: unknown, more = {}) =>
  call(supplyCopy.using(on(monday)), {
    actor: staffAt('ash.main', 'ill'),
    path: { requestId: request.requestId },
    body: { branchId: 'ash.main', askId: askOf(request), documentId, ...more },
  });
const deliver = (requestId: string, branchId = 'cedar.main') =>
  call(deliverCopy.using(on(monday)), { actor: staffAt(branchId, 'ill'), path: { requestId }, body: { branchId } });
const open = (patronId: string, documentId: unknown, when = monday) =>
  call(openCopy.using(on(when)), { actor: patron(patronId, 'cedar'), path: { documentId: String(documentId) } });
const fileOf = (documentId: unknown): string => `ill-copies/${documentId}.pdf`;

/** Creates a request of a patron of cedar, with the scan uploaded and sent by ash. */
const supplied = async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main', email: null });
  const request = await requests.asked({ patronId });
  const { documentId } = body(await upload(request));
  bucket.objects.set(fileOf(documentId), pdf);
  expect(await supply(request, documentId)).toMatchObject({ status: 200, body: { status: { state: 'completed' } } });
  return { patronId, requestId: request.requestId, documentId: String(documentId) };
};

test('a scan is uploaded, sent, viewed, handed on and opened by its patron only, as often as the policy allows', async () => {
  const { patronId, requestId, documentId } = await supplied();
  expect(await requests.load(requestId)).toMatchObject({ state: 'copy-received', documentId });
  expect((await open(patronId, documentId)).status).toBe(404);
  const look = (place: string) =>
    call(showCopy.using(on(monday)), { actor: staffAt(place, 'ill'), path: { requestId } });
  expect(await look('cedar.main')).toMatchObject({
    status: 200,
    body: {
      documentId,
      title: 'On computable numbers',
      format: 'pdf',
      url: `https://bucket.test/${fileOf(documentId)}`,
    },
  });
  expect((await look('ash.main')).status).toBe(200);
  expect((await look('elm.main')).status).toBe(404);

  expect((await deliver(requestId, 'elm.main')).status).toBe(404);
  expect(await deliver(requestId)).toMatchObject({ status: 200, body: { status: { state: 'completed' }, documentId } });
  expect((await deliver(requestId)).status).toBe(200);
  const mine = await call(showMyCopy.using(on(monday)), { actor: patron(patronId, 'cedar'), path: { documentId } });
  expect(mine).toMatchObject({ status: 200, body: { until: days(14), openingsLeft: 5 } });

  const all = await Promise.all(Array.from({ length: 12 }, () => open(patronId, documentId)));
  expect(all.filter(({ status }) => status === 200)).toHaveLength(5);
  expect(all.filter(({ status }) => status !== 200).map((one) => [one.status, body(one).code])).toEqual(
    Array.from({ length: 7 }, () => [410, 'link-used-up']),
  );
  expect(body(all.find(({ status }) => status === 200) ?? { body: {} })).toMatchObject({
    url: `https://bucket.test/${fileOf(documentId)}`,
    expiresAt: '2026-03-02T11:10:00.000Z',
    copyright: expect.stringContaining('copyright law'),
  });
  const { patronId: other } = await aPatron(table, { homeBranch: 'cedar.main', email: null });
  expect((await open(other, documentId)).status).toBe(404);
  const row = await table.get(resourceSharingKeys.key('loanDocument', { documentId }));
  expect(JSON.stringify(row)).not.toContain(patronId);
});

test('the patron is notified once that the copy has arrived, by the row’s own change', async () => {
  const { patronId, requestId, documentId } = await supplied();
  const row = () => table.get(resourceSharingKeys.key('loanRequest', { requestId }), { strong: true });
  const before = await row();
  expect(noticesCausedBy(readLoanChange({ before, after: before }))).toEqual([]);
  await deliver(requestId);
  const after = await row();
  const notices = noticesCausedBy(readLoanChange({ before, after }));
  expect(notices).toMatchObject([
    { noticeId: `copy-ready:${documentId}`, kind: 'copy-ready', patronId, cause: 'cedar' },
  ]);
  expect(noticesCausedBy(readLoanChange({ before: after, after }))).toEqual([]);

  const Records = [...notices, ...notices].map(
    (one, i) => ({ messageId: `${i}`, body: JSON.stringify(one) }) as SQSRecord,
  );
  await sendNotice.using(on(monday))({ Records }, { awsRequestId: 'l' });
  expect(await noticesIn(table).list(patronId)).toMatchObject([
    { kind: 'copy-ready', state: 'in-account', documentId },
  ]);
  // When it is processed after the link has expired, no message is sent.
  const late = { ...notices[0], noticeId: 'late' };
  const record = { messageId: 'm', body: JSON.stringify(late) } as SQSRecord;
  await sendNotice.using(on(days(15)))({ Records: [record] }, { awsRequestId: 'l' });
  expect(await noticesIn(table).list(patronId)).toHaveLength(1);
});

test('an upload is checked by its bytes: a missing file, another size, another type, another extension', async () => {
  const request = await requests.asked();
  expect(await upload(request, { fileName: 'scan.docx' })).toMatchObject({
    status: 415,
    body: { code: 'unknown-format' },
  });
  expect(await upload(request, { bytes: 200_000_000 })).toMatchObject({ status: 413 });
  expect((await upload(request, {}, staffAt('elm.main', 'ill'))).status).toBe(403);
  const { documentId } = body(await upload(request));
  expect(await supply(request, documentId)).toMatchObject({ status: 409, body: { code: 'file-missing' } });
  bucket.objects.set(fileOf(documentId), Buffer.from('%PDF-1.7'));
  expect(await supply(request, documentId)).toMatchObject({ status: 422, body: { code: 'other-size' } });
  bucket.objects.set(fileOf(documentId), Buffer.from('<html>'.padEnd(pdf.length)));
  expect(await supply(request, documentId)).toMatchObject({ status: 422, body: { code: 'other-kind' } });
  const elsewhere = await requests.asked();
  bucket.objects.set(fileOf(documentId), pdf);
  expect(await supply(elsewhere, documentId)).toMatchObject({ status: 404, body: { code: 'unknown-document' } });
  expect(await requests.load(request.requestId)).toMatchObject({ state: 'asked' });
  expect(await supply(request, documentId)).toMatchObject({ status: 200 });
  // A repeated send is one step, and no second upload begins.
  expect(await supply(request, documentId)).toMatchObject({ status: 200 });
  expect(await upload(request)).toMatchObject({ status: 409 });
});

test('a library outside gets a link whose secret is nowhere in the table; viewing it counts nothing', async () => {
  const request = await requests.asked(fromOutside);
  const { documentId } = body(await upload(request));
  bucket.objects.set(fileOf(documentId), pdf);
  expect(await supply(request, documentId)).toMatchObject({ status: 200 });
  const rows = await scanAll(table.name);
  const linked = /https:\/\/library\.test\/v1\/resource-sharing\/copies\/([\w.-]+)/;
  const [, token = ''] = rows.map((row) => linked.exec(JSON.stringify(row))).find((found) => found) ?? [];
  expect(token).toMatch(new RegExp(`^${documentId}\\.[A-Za-z0-9_-]{43}$`));
  const row = await table.get(resourceSharingKeys.key('loanDocument', { documentId: String(documentId) }));
  expect(JSON.stringify(row)).not.toContain(token.split('.')[1]);

  const see = (path = { token }, when = monday) => call(fetchCopy.using(on(when)), { path });
  const take = (path = { token }, when = monday) => call(takeCopy.using(on(when)), { path });
  for (let i = 0; i < 7; i += 1) expect((await see()).status).toBe(200);
  const page = await see();
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.body).toContain('On computable numbers');
  expect(page.body).toContain('5 more times, until 2026-03-16 11:00 UTC');
  const taken = await take();
  expect(taken.body).toContain(`href="https://bucket.test/${fileOf(documentId)}"`);
  const wrong = { token: `${documentId}.${'a'.repeat(43)}` };
  expect([(await see(wrong)).status, (await take(wrong)).status]).toEqual([404, 404]);
  for (let i = 0; i < 4; i += 1) expect((await take()).status).toBe(200);
  expect(await take()).toMatchObject({ status: 410, body: { code: 'link-used-up' } });
  expect((await see()).status).toBe(410);
});

/** Creates a request of cedar's patron whose copy a partner reports as sent, with these details. */
const reportedAsSent = async (patronId: string, name: string) => {
  const asked = await requests.asked({
    ...{ kind: 'outside-loan', suppliers: ['prt_oak'], patronId, recordId: `cit_${name}` },
    citation: { kind: 'article', title: 'A journal', partTitle: name, date: '2026' },
  });
  const store = loanRequestStore(table);
  const before = await store.load(asked.requestId);
  if (!before) throw new Error('gone');
  const by = { kind: 'partner' as const, member: 'prt_oak' };
  const acted = receive(
    asked,
    { name: 'CopySupplied', askId: askOf(asked) },
    { at: monday, by, policy: TIMERS_IN_LIFE },
  );
  if ('refused' in acted) throw new Error('refused');
  expect(await store.save(before, acted)).toBe(true);
  return asked;
};
const handOver = (requestId: string, more: object) =>
  call(deliverCopy.using(on(monday)), {
    ...{ actor: staffAt('cedar.main', 'ill'), path: { requestId } },
    body: { branchId: 'cedar.main', ...more },
  });

test('a copy sent by post is given to the patron: the request is over, and no link is sent', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main', email: null });
  const { requestId } = await reportedAsSent(patronId, 'by mail');
  const row = () => table.get(resourceSharingKeys.key('loanRequest', { requestId }), { strong: true });
  const before = await row();
  expect(await deliver(requestId)).toMatchObject({ status: 200, body: { status: { state: 'completed' } } });
  expect(noticesCausedBy(readLoanChange({ before, after: await row() }))).toEqual([]);
  expect((await requests.load(requestId)).history.at(-1)).toMatchObject({
    trigger: 'deliver-copy',
    note: 'HandedOver',
  });
});

test('a copy received by e-mail is uploaded by the requester, checked by its bytes, and opened for the patron', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main', email: null });
  const asked = await reportedAsSent(patronId, 'by e-mail');
  const { requestId } = asked;
  const cedar = staffAt('cedar.main', 'ill');
  const { documentId } = body(await upload(asked, { branchId: 'cedar.main' }, cedar));
  expect(await handOver(requestId, { documentId })).toMatchObject({ status: 409, body: { code: 'file-missing' } });
  bucket.objects.set(fileOf(documentId), pdf);
  const elsewhere = await reportedAsSent(patronId, 'another');
  expect(await handOver(elsewhere.requestId, { documentId })).toMatchObject({ status: 404 });
  expect(await handOver(requestId, { documentId })).toMatchObject({ status: 200, body: { documentId } });
  expect(await open(patronId, documentId)).toMatchObject({ status: 200, body: { openingsLeft: 4 } });
  // Once delivered, nothing more is uploaded; nor before anything has arrived.
  expect((await upload(asked, { branchId: 'cedar.main' }, cedar)).status).toBe(409);
  expect((await upload(await requests.asked(), { branchId: 'cedar.main' }, cedar)).status).toBe(409);
});

test('a copy at a partner’s address is handed on only when it is https', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main', email: null });
  const suppliedAt = async (url: string) => {
    const asked = await requests.asked({
      kind: 'outside-loan',
      suppliers: ['prt_oak'],
      patronId,
      recordId: `cit_${url}`,
      // A different title each time: a patron may have one open request for the same title.
      citation: { kind: 'article', title: 'A journal', partTitle: url, date: '2026' },
    });
    const store = loanRequestStore(table);
    const before = await store.load(asked.requestId);
    if (!before) throw new Error('gone');
    const documentId = `doc_${asked.requestId}`;
    const about = { documentId, askId: askOf(asked), supplierMember: 'prt_oak', at: monday };
    const document = partnersDocument(asked, { ...about, url });
    const by = { kind: 'partner' as const, member: 'prt_oak' };
    const context = { at: monday, by, policy: TIMERS_IN_LIFE };
    const acted = receive(asked, { name: 'CopySupplied', askId: askOf(asked), url, documentId }, context);
    if ('refused' in acted || !document) throw new Error('refused');
    expect(await store.save(before, acted, { writes: [newDocumentWrite(document)] })).toBe(true);
    return { requestId: asked.requestId, documentId };
  };
  const plain = await suppliedAt('http://oak.example/c/1');
  expect(await deliver(plain.requestId)).toMatchObject({ status: 409, body: { code: 'address-not-secure' } });
  expect(await handOver(plain.requestId, { handedOver: true })).toMatchObject({ status: 200 });
  expect((await open(patronId, plain.documentId)).status).toBe(404);
  const secure = await suppliedAt('https://oak.example/c/2');
  expect(await deliver(secure.requestId)).toMatchObject({ status: 200 });
  expect(await open(patronId, secure.documentId)).toMatchObject({
    status: 200,
    body: { url: 'https://oak.example/c/2', openingsLeft: 4 },
  });
});

test('an expired copy answers 410 and its file is deleted, once, for any repetition or failure of the job', async () => {
  const { patronId, requestId, documentId } = await supplied();
  await deliver(requestId);
  const never = await requests.asked();
  const { documentId: unsent } = body(await upload(never));
  bucket.objects.set(fileOf(unsent), pdf);
  expect(await forgetCopies({ documents: documents(), bucket }, Date.parse(days(6)))).toEqual({
    forgotten: 0,
    failed: 0,
  });
  await forgetCopies({ documents: documents(), bucket }, Date.parse(days(8)));
  expect([bucket.objects.has(fileOf(unsent)), bucket.objects.has(fileOf(documentId))]).toEqual([false, true]);
  expect((await open(patronId, documentId, days(13))).status).toBe(200);
  expect(await open(patronId, documentId, days(14))).toMatchObject({ status: 410, body: { code: 'link-expired' } });

  const breaks = { forget: async () => Promise.reject(new Error('no connection')) };
  const failed = await forgetCopies({ documents: documents(), bucket: { ...bucket, ...breaks } }, Date.parse(days(15)));
  expect(failed.failed).toBeGreaterThan(0);
  expect(bucket.objects.has(fileOf(documentId))).toBe(true);
  const counting: Pick<Bucket, 'forget'> = {
    forget: async (name) => {
      forgotten.push(name);
      bucket.objects.delete(name);
    },
  };
  await Promise.all(
    [1, 2].map(() =>
      forgetCopies({ documents: documents(), bucket: { ...bucket, ...counting } }, Date.parse(days(15))),
    ),
  );
  await forgetCopies({ documents: documents(), bucket: { ...bucket, ...counting } }, Date.parse(days(15)));
  expect(bucket.objects.has(fileOf(documentId))).toBe(false);
  const once = forgotten.length;
  await forgetCopies({ documents: documents(), bucket: { ...bucket, ...counting } }, Date.parse(days(15)));
  expect(forgotten).toHaveLength(once);
  expect(await documents().get(documentId)).toMatchObject({ state: 'forgotten' });
  expect(await open(patronId, documentId, days(15))).toMatchObject({ status: 410 });
});

test('a copy made from a promised item leaves the item on its shelf', async () => {
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main', email: null });
  const item = await aCopy(table, { branchId: 'ash.main' });
  const request = await requests.asked({ patronId, service: 'copy-or-loan', recordId: item.recordId ?? '' });
  const { handler: answer } = await import('../../../functions/resource-sharing/operations/answer-request/handler.ts');
  const path = { requestId: request.requestId };
  const yes = { branchId: 'ash.main', askId: askOf(request), answer: 'will-supply', barcode: item.barcode };
  const promised = await call(answer.using(on(monday)), { actor: staffAt('ash.main', 'ill'), path, body: yes });
  expect(promised).toMatchObject({ status: 200 });
  expect(await table.get(itemsKeys.key('item', item), { strong: true })).toMatchObject({ state: 'paged' });
  const { documentId } = body(await upload(request));
  bucket.objects.set(fileOf(documentId), pdf);
  expect(await supply(request, documentId)).toMatchObject({ status: 200 });
  expect(await table.get(itemsKeys.key('item', item), { strong: true })).toMatchObject({ state: 'available' });
});
