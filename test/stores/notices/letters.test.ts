import { createHash } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import { handler as sendNotice } from '../../../functions/notices/consumers/send-notice/handler.ts';
import { forgetLetters, letterFile, letterStore } from '../../../functions/notices/data/letter-store.ts';
import { handler as listBatches } from '../../../functions/notices/operations/list-letter-batches/handler.ts';
import { handler as listLetters } from '../../../functions/notices/operations/list-letters/handler.ts';
import { handler as makeLetters } from '../../../functions/notices/operations/make-letters/handler.ts';
import { handler as printLetters } from '../../../functions/notices/operations/print-letters/handler.ts';
import { handler as setContact } from '../../../functions/patrons/operations/set-my-contact/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { noticesSchema } from '../../../layers/records/policies/domain/notices.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { eraseOwnRows } from '../../builders/erased-rows.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { aPatron, patron, staffAt } from '../../builders/people.ts';

const monday = '2026-03-02T11:00:00.000Z';
const bucket = bucketInMemory();
const on = (instant: string) => at(instant, { bucket });
const actor = staffAt('cedar', 'member-admin');
const path = { memberId: 'cedar' };
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  const body = noticesSchema.parse({ members: { cedar: { letters: { on: true, cost: 95 } } } });
  const adopted = { effectiveFrom: '2026-01-01T00:00:00.000Z', decisionReference: 'D-3', adoptedBy: 'test' };
  await policyStore(table).adopt({ kind: 'notices', ...adopted, body }, () => ({
    ...{ subject: 'policy:notices', at: monday, auditId: 'aud_l', by: 'test', did: 'adopted', detail: {} },
  }));
});

let serial = 0;
const aReader = async (family: string) =>
  (await aPatron(table, { homeBranch: 'cedar.main', family, address: '3 Birch Lane, Cedar, NY 12345', email: null }))
    .patronId;
const tell = (patronId: string) => {
  serial += 1;
  const message = {
    noticeId: `n${serial}`,
    patronId,
    kind: 'hold-ended',
    at: monday,
    cause: 'cedar',
    reason: 'not-fetched',
  };
  const Records = [{ messageId: 'm', body: JSON.stringify(message) } as SQSRecord];
  return sendNotice.using(on(monday))({ Records }, { awsRequestId: 'l' });
};
const make = () => call(makeLetters.using(on(monday)), { actor, path });
const print = (batchId: string) => call(printLetters.using(on(monday)), { actor, path: { ...path, batchId } });
const sha = (batchId: string) =>
  createHash('sha256')
    .update(bucket.objects.get(letterFile('cedar', batchId)) ?? '')
    .digest('hex');
type Made = { batch: { batchId: string; letters: number } };

test('waiting notices become one letter per patron in one batch, with any concurrent runs, and print the same bytes again', async () => {
  const [one, other] = [await aReader('Dvořáková'), await aReader('Папандреу')];
  await Promise.all([tell(one), tell(one), tell(other)]);
  const pile = (await call(listLetters.using(on(monday)), { actor, path, query: {} })).body;
  expect(pile).toMatchObject({ waiting: [{ kind: 'hold-ended' }, {}, {}], cost: 95 });
  const made = (await Promise.all([make(), make(), make()])).filter(({ status }) => status === 201);
  const batches = made.map(({ body }) => (body as Made).batch);
  const letters = (await Promise.all(batches.map(({ batchId }) => letterStore(table).lettersOf(batchId)))).flat();
  expect(letters.map(({ to }) => to[0]).toSorted()).toEqual(['Amara Dvořáková', 'Amara Папандреу']);
  expect(letters[0]?.to.slice(1)).toEqual(['3 Birch Lane', 'Cedar, NY 12345']);
  const both = letters.find(({ patronId }) => patronId === one);
  expect(both?.text.match(/not collected in time/g)).toHaveLength(2);
  expect(await make()).toMatchObject({ status: 409, body: { code: 'nothing-waits' } });

  const [full] = batches.filter(({ letters: count }) => count > 0);
  const batchId = full?.batchId ?? '';
  expect(await print(batchId)).toMatchObject({ status: 200, body: { batch: { prints: 1, printedAt: monday } } });
  const first = sha(batchId);
  expect(await print(batchId)).toMatchObject({ body: { batch: { prints: 2 }, url: expect.stringContaining(batchId) } });
  expect(sha(batchId)).toBe(first);
  expect(
    Buffer.from(bucket.objects.get(letterFile('cedar', batchId)) ?? '')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const listed = (await call(listBatches.using(on(monday)), { actor, path, query: {} })).body as {
    batches: { batchId: string; prints: number }[];
  };
  expect(listed.batches.find((batch) => batch.batchId === batchId)).toMatchObject({ prints: 2 });
});

test('a patron who refuses letters gets none of those that wait, and they do not wait on', async () => {
  const patronId = await aReader('Refusing');
  await tell(patronId);
  const refusal = { actor: patron(patronId, 'cedar'), body: { contactConsents: { post: false } } };
  expect((await call(setContact.using(on(monday)), refusal)).status).toBe(200);
  expect(await make()).toMatchObject({ status: 201, body: { batch: { letters: 0 } } });
  expect(await make()).toMatchObject({ body: { code: 'nothing-waits' } });
});

test('a letter is erased with its patron, in the file too; the others of the batch can still be printed', async () => {
  const [gone, stays] = [await aReader('Weg'), await aReader('Bleibt')];
  await Promise.all([tell(gone), tell(stays)]);
  const { batchId } = ((await make()).body as Made).batch;
  await print(batchId);
  const before = sha(batchId);
  await forgetLetters(table, { patronId: gone }, bucket.forget);
  expect(bucket.objects.has(letterFile('cedar', batchId))).toBe(false);
  await eraseOwnRows(table, { memberId: 'cedar', patronId: gone, at: monday });
  expect((await letterStore(table).lettersOf(batchId)).map(({ patronId }) => patronId)).toEqual([stays]);
  expect((await print(batchId)).status).toBe(200);
  expect(sha(batchId)).not.toBe(before);
});

test('letters are printed by the member’s own staff only', async () => {
  const elsewhere = staffAt('elm', 'member-admin');
  expect((await call(makeLetters.using(on(monday)), { actor: elsewhere, path })).status).toBe(403);
  expect(
    (await call(printLetters.using(on(monday)), { actor: elsewhere, path: { ...path, batchId: 'ltr_x' } })).status,
  ).toBe(403);
});
