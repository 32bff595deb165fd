import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { keys as membershipKeys } from '../../../functions/membership/public/keys.ts';
import { handler as printPacking } from '../../../functions/resource-sharing/operations/print-packing-slips/handler.ts';
import { handler as printPull } from '../../../functions/resource-sharing/operations/print-pull-slips/handler.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { slipNumber } from '../../../layers/platform/pdf/slip-number.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { fromOutside, requestsIn } from '../../builders/copy-requests.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../../builders/lending.ts';
import { aPartner } from '../../builders/partners.ts';
import { pageCount, pdfPages } from '../../builders/pdf-text.ts';
import { staffAt } from '../../builders/people.ts';
import '../../builders/loan-machine.ts';

const monday = '2026-03-02T11:00:00.000Z';
const bucket = bucketInMemory();
const on = (instant: string) => at(instant, { bucket });

let table: Table;
let requests: ReturnType<typeof requestsIn>;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  const cedar = {
    memberId: 'cedar',
    name: 'Cedar Public Library',
    type: 'public',
    fiscalYearStartsIn: 1,
    lendsOnRequest: false,
  };
  await table.write([
    { put: { ...membershipKeys.key('member', cedar), ...stamp('member', 1), ...cedar, createdAt: monday } },
  ]);
  requests = requestsIn(table, monday);
});

const newId = (): string => systemIds.next('loan-request', Date.parse(monday));
const pull = (branchId: string, body: Record<string, unknown> = {}, actor = staffAt(branchId, 'ill')) =>
  call(printPull.using(on(monday)), { actor, path: { branchId }, body });
const packing = (branchId: string, requestIds: string[], more = {}) =>
  call(printPacking.using(on(monday)), {
    actor: staffAt(branchId, 'desk'),
    path: { branchId },
    body: { requestIds, ...more },
  });
const printed = ({ body }: { body: unknown }) => {
  const file = String((body as { url: string }).url).replace('https://bucket.test/', '');
  return bucket.objects.get(file) ?? new Uint8Array();
};
const textOf = (answered: { body: unknown }): string => pdfPages(printed(answered)).flat().join('|');

/** Creates a copy of ash on its shelf, described and requested by a patron of cedar. */
const shelved = async (callNumber: string, more: { branchId?: string; state?: 'available' | 'on-loan' } = {}) => {
  const item = await aCopy(table, { branchId: 'ash.main', location: 'stacks', ...more });
  await table.write([{ update: catalogueKeys.key('itemDescription', item), set: { callNumber, location: 'stacks' } }]);
  const { patronId } = await aBorrower(table);
  const asked = await requests.asked({
    ...{ requestId: newId(), patronId, service: 'loan', recordId: item.recordId ?? '' },
  });
  return { item, patronId, requestId: asked.requestId };
};

test('a branch’s pull slips are in shelf order and name libraries, never a patron', async () => {
  const [late, early] = [await shelved('QA100 .Z9'), await shelved('QA9 .B2')];
  await shelved('QA50 .X1', { state: 'on-loan' });
  const cited = await requests.asked({ requestId: newId(), ...fromOutside });
  const answered = await pull('ash.main', { paper: 'LETTER' });
  expect(answered).toMatchObject({ status: 200, body: { slips: 3, left: 0, expiresAt: '2026-03-02T11:10:00.000Z' } });
  const text = textOf(answered);
  const places = [early, late, cited].map(({ requestId }) => text.indexOf(slipNumber(requestId)));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const printed of ['stacks', 'QA9 .B2', early.item.barcode, 'Cedar Public Library', 'Branch cedar.main']) {
    expect(text).toContain(printed);
  }
  for (const printed of ['ISIL:US-OAK', 'OAK-77', 'On computable numbers', 'Not known: look it up', 'Answer by']) {
    expect(text).toContain(printed);
  }
  expect(text).not.toContain(early.patronId);
  expect(text).not.toContain('QA50');

  await requests.step(early.requestId, 'accept', { side: 'supplier', itemId: early.item.itemId });
  expect(textOf(await pull('ash.main', { language: 'spa' }))).toContain('Prometido');
  await requests.step(late.requestId, 'decline', { side: 'supplier', reason: 'NotOnShelf' });
  expect(await pull('ash.main')).toMatchObject({ body: { slips: 2 } });
  expect(await pull('ash.main', { skip: 1 })).toMatchObject({ body: { slips: 1, left: 0 } });
  expect(await pull('ash.main', { skip: 2 })).toMatchObject({ status: 409, body: { code: 'nothing-to-fetch' } });
  expect((await pull('ash.main', {}, staffAt('birch.east', 'ill'))).status).toBe(403);
});

test('when the requested copy is missing, another of the member is paged, at its branch', async () => {
  const { item, requestId } = await shelved('QA9 .B2', { state: 'on-loan' });
  expect((await pull('ash.main')).status).toBe(409);
  const recordId = item.recordId ?? '';
  // Ligatures of a font are still read as single letters.
  const barcode = `ff-fi-${Math.random().toString(36).slice(2, 10)}`;
  const other = await aCopy(table, { branchId: 'ash.main', recordId, sourceId: item.sourceId, barcode });
  const answered = await pull('ash.main');
  expect(answered).toMatchObject({ status: 200, body: { slips: 1 } });
  expect(textOf(answered)).toContain(other.barcode);
  expect(textOf(answered)).toContain(slipNumber(requestId));
});

test('packing slips accompany the loan out and home, with address, due date, conditions and number', async () => {
  const { item, requestId } = await shelved('QA9 .B2');
  const { requestId: other } = await shelved('QA10 .B2');
  const due = '2026-03-24T22:59:59.000Z';
  const shipment = { side: 'supplier' as const, itemId: item.itemId, barcode: item.barcode, due };
  await requests.step(requestId, 'ship', { ...shipment, terms: { conditions: ['LibraryUseOnly', 'KeepDry'] } });
  const out = await packing('ash.main', [slipNumber(requestId), other]);
  expect(out).toMatchObject({ status: 200, body: { slips: 2 } });
  expect(pageCount(printed(out))).toBe(1);
  for (const printed of [
    ...['Interlibrary loan', 'Cedar Public Library', 'Branch cedar.main', '1 Mill Street', 'Mar 24, 2026'],
    ...[item.barcode, 'For use in the library only; KeepDry', slipNumber(requestId), slipNumber(other)],
  ]) {
    expect(textOf(out)).toContain(printed);
  }
  const home = textOf(await packing('cedar.main', [requestId]));
  for (const printed of ['Interlibrary loan: return', 'Branch ash.main', slipNumber(requestId)]) {
    expect(home).toContain(printed);
  }
  expect(await packing('cedar.main', [requestId, other, 'req_none'])).toMatchObject({
    status: 404,
    body: { code: 'unknown-request', errors: [{ pointer: '/body/requestIds/1' }, { pointer: '/body/requestIds/2' }] },
  });
  expect((await packing('elm.main', [requestId])).status).toBe(404);
  expect((await packing('ash.main', [])).status).toBe(400);
});

test('a loan to a library outside has the address that it gave, and its own number', async () => {
  const item = await aCopy(table, { branchId: 'ash.main' });
  const asked = await requests.asked({
    ...{ requestId: newId(), ...fromOutside, service: 'loan', recordId: item.recordId ?? '' },
  });
  const due = '2026-03-24T22:59:59.000Z';
  await requests.step(asked.requestId, 'ship', { side: 'supplier', itemId: item.itemId, barcode: item.barcode, due });
  const text = textOf(await packing('ash.main', [asked.requestId]));
  for (const printed of ['Oak College', '7 Hill Road', 'Oak 54321', 'OAK-77']) expect(text).toContain(printed);
});

test('a loan from a library outside goes home to its name and postal address, as registered', async () => {
  const postalAddress = 'Interlibrary Desk, 12 Harbour Street, Northport 04101';
  const { partnerId } = await aPartner(table, { name: 'Northern College', postalAddress });
  const unsaid = await aPartner(table, { name: 'Eastern College' });
  const lentBy = async (supplier: string): Promise<string> => {
    const { patronId } = await aBorrower(table);
    const rota = [{ member: supplier, score: 0, points: 0, factors: [] }];
    const about = { requestId: newId(), patronId, service: 'loan' as const, rota };
    const { requestId } = await requests.asked({ ...about, kind: 'outside-loan', recordId: 'cit_1' });
    const due = '2026-03-24T22:59:59.000Z';
    await requests.step(requestId, 'loaned', { side: 'requester', barcode: 'N-1', due, sequence: 2 });
    return textOf(await packing('cedar.main', [requestId]));
  };
  const text = await lentBy(partnerId);
  for (const printed of ['Northern College', 'Interlibrary Desk', '12 Harbour Street', 'Northport 04101']) {
    expect(text).toContain(printed);
  }
  expect(text).not.toContain(partnerId);
  expect(await lentBy(unsaid.partnerId)).toContain('Eastern College');
});

test('the same slips printed twice are one file', async () => {
  await shelved('QA9 .B2');
  const [one, other] = [await pull('ash.main'), await pull('ash.main')];
  expect((one.body as { url: string }).url).toBe((other.body as { url: string }).url);
});
