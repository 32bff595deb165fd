import { copyrightStore } from '../../../functions/resource-sharing/data/copyright-store.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import { defaultCopyrightPolicy } from '../../../functions/resource-sharing/domain/copyright/copyright-policy.ts';
import type { LoanRequest } from '../../../functions/resource-sharing/domain/requests/request.ts';
import { viewOf } from '../../../functions/resource-sharing/domain/requests/views.ts';
import { handler as cancelRequest } from '../../../functions/resource-sharing/operations/cancel-request/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aCopy, countersOf } from '../../builders/lending.ts';
import { mockMachine } from '../../builders/loan-machine.ts';
import { aLoanRequest } from '../../builders/loan-request.ts';
import { staffAt } from '../../builders/people.ts';
import { recounted } from '../../builders/recount.ts';
import { aSharingConsortium, euros, inDays, monday } from '../../builders/request-options.ts';
import { sharingAt } from '../../builders/sharing.ts';

let table: Table & { name: string };
let sharing: ReturnType<typeof sharingAt>;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aSharingConsortium(table);
});
beforeEach(() => {
  sharing = sharingAt(monday);
  sharing.begin(systemRuntime());
});

const stored = async (requestId: string) => {
  const found = await loanRequestStore(table).load(requestId);
  if (!found) throw new Error('No such request.');
  return found.request;
};
const at =
  (branch: string, requestId: string) =>
  (step: string, more: Record<string, unknown> = {}) =>
    sharing.step('step', requestId, branch, { step, ...more });

/** A request of cedar that asks ash for its copy, and what each side can do. */
const asked = async (more = {}) => {
  const copy = await aCopy(table, { branchId: 'ash.main' });
  const { actor, patronId } = await aBorrower(table);
  const placed = await sharing.place(actor, { recordId: copy.recordId, pickupBranch: 'cedar.main', ...more });
  const { requestId } = placed.view;
  await sharing.round(requestId);
  const { asks } = await stored(requestId);
  const askId = asks[0]?.askId ?? '';
  const bySupplier = at('ash.main', requestId);
  return {
    ...{ requestId, askId, copy, patronId },
    byRequester: at('cedar.main', requestId),
    bySupplier: (step: string, given: Record<string, unknown> = {}) => bySupplier(step, { askId, ...given }),
    state: async () => (await stored(requestId)).state,
  };
};

/** The same, with the patron. */
const lent = async () => {
  const loan = await asked();
  const { requestId, askId, copy } = loan;
  const { barcode } = copy;
  await sharing.step('answer', requestId, 'ash.main', { askId, answer: 'will-supply', barcode });
  await sharing.step('ship', requestId, 'ash.main', { askId, barcode, due: inDays(18) });
  await sharing.step('receive', requestId, 'cedar.main', { barcode });
  await sharing.step('lend', requestId, 'cedar.main', { barcode });
  expect(await loan.state()).toBe('lent');
  return loan;
};

describe('C81 terms are accepted or refused', () => {
  test('a citation changed with the agreement counts for copyright as its new item', async () => {
    const copies = copyrightStore(table);
    const mind = { kind: 'article', title: 'Mind', partTitle: 'On denoting', date: '2025' } as const;
    for (let i = 0; i < 5; i += 1) {
      const other = { ...aLoanRequest().wanting('copy').build(), requestId: `req_mind_${i}`, requesterMember: 'cedar' };
      const writes = await copies.judge({ ...other, citation: mind }, defaultCopyrightPolicy, monday.slice(0, 10));
      expect(writes !== 'copyright-limit' && (await table.write(writes))).toBeUndefined();
    }
    const chapter = { kind: 'chapter', title: 'Essays', partTitle: 'Of truth', author: 'Bacon, Ada', date: '2024' };
    const { requestId, byRequester, bySupplier, state } = await asked({ service: 'copy', citation: chapter });
    expect(await copies.ofRequest(requestId)).toMatchObject({ article: { title: 'Essays' } });
    await bySupplier('offer-terms', { reason: 'NotFoundAsCited', terms: { volumes: ['14'] } });
    expect(await byRequester('agree-terms', { citation: mind })).toMatchObject({
      ...{ status: 422, body: { code: 'decision-missing' } },
    });
    expect(await state()).toBe('terms-offered');
    const decision = { kind: 'permission', reference: 'RH 7' };
    expect(await byRequester('agree-terms', { citation: mind, decision })).toMatchObject({ status: 200 });
    expect(await copies.ofRequest(requestId)).toMatchObject({ article: { title: 'Mind' }, decided: { decision } });
  });

  const dear = { reason: 'CostExceedsMaxCost', terms: { cost: euros(1200), conditions: ['LibraryUseOnly'] } };

  test('no one agrees to more than the maximum; with a higher limit and a better citation it is asked again', async () => {
    const { requestId, byRequester, bySupplier, state } = await asked({ maxCost: euros(1000) });
    expect(await bySupplier('offer-terms', { reason: 'CostExceedsMaxCost' })).toMatchObject({
      ...{ status: 422, body: { code: 'terms-missing' } },
    });
    expect(await bySupplier('offer-terms', dear)).toMatchObject({
      status: 200,
      view: { status: { state: 'terms-offered' } },
    });
    expect(await byRequester('agree-terms')).toMatchObject({
      ...{
        status: 409,
        body: { code: 'cost-over-maximum', errors: [{ params: { asked: euros(1200), limit: euros(1000) } }] },
      },
    });
    const citation = { kind: 'book', title: 'The glass orchard', edition: '2nd ed.' };
    const agreed = await byRequester('agree-terms', { maxCost: euros(1200), citation, needBy: inDays(20) });
    expect(agreed).toMatchObject({ status: 200, view: { status: { state: 'asked' } } });
    expect(await stored(requestId)).toMatchObject({
      ...{ maxCost: euros(1200), citation, needBy: inDays(20), terms: dear.terms },
      asks: [{ supplierState: 'request-received', offer: { agreed: true } }],
    });
    expect(await byRequester('agree-terms', { maxCost: euros(1200) })).toMatchObject({ status: 200 });
    expect(await state()).toBe('asked');
  });

  test('finding I7: an agreement to NotFoundAsCited needs a better citation; staff of a supplier offer it without terms', async () => {
    const { byRequester, bySupplier, state } = await asked();
    expect(await bySupplier('offer-terms', { reason: 'NotFoundAsCited' })).toMatchObject({ status: 200 });
    const same = await byRequester('agree-terms');
    expect(same).toMatchObject({ status: 422, body: { code: 'citation-unchanged' } });
    const citation = { kind: 'book', title: 'The glass orchard', edition: '3rd ed.' };
    expect(await byRequester('agree-terms', { citation })).toMatchObject({ status: 200 });
    expect(await byRequester('agree-terms', { citation })).toMatchObject({ status: 200 });
    expect(await state()).toBe('asked');
  });

  test('finding I8: an agreement names a maximum only where the cost is above it, and the step says so', async () => {
    const offers: [object, number, boolean][] = [
      [{ conditions: ['LibraryUseOnly'] }, 200, false],
      [{ cost: euros(1000) }, 200, false],
      [{ cost: { amount: 0, currency: 'USD' } }, 200, false],
      [{ cost: euros(1001) }, 409, true],
      [{ cost: { amount: 900, currency: 'USD' } }, 409, true],
    ];
    for (const [terms, status, names] of offers) {
      const { requestId, byRequester, bySupplier } = await asked({ maxCost: euros(1000) });
      await bySupplier('offer-terms', { reason: 'MustMeetLoanCondition', terms });
      const view = viewOf((await stored(requestId)) as LoanRequest, { as: 'requester', member: 'cedar' });
      const agree = view?.actions.find(({ trigger }) => trigger === 'agree-terms');
      expect([terms, agree?.fields?.some(({ field }) => field === 'max-cost') === true]).toEqual([terms, names]);
      expect([terms, (await byRequester('agree-terms')).status]).toEqual([terms, status]);
    }
  });

  test('when refused, the next supplier is asked', async () => {
    const { byRequester, bySupplier, state, patronId } = await asked();
    await bySupplier('offer-terms', dear);
    expect(await byRequester('refuse-terms')).toMatchObject({ status: 200 });
    expect(await state()).toBe('unfilled');
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 1 });
  });

  test('a part of a work keeps its claim when terms change its kind', async () => {
    const record = await aCopy(table, { branchId: 'ash.main' });
    const { actor } = await aBorrower(table);
    const chapter = (pages: string) => ({
      kind: 'chapter',
      title: 'Essays',
      partTitle: 'On hope',
      date: '1998',
      pages,
    });
    const input = (pages: string) => ({
      recordId: record.recordId,
      citation: chapter(pages),
      pickupBranch: 'cedar.main',
    });
    const { view } = await sharing.place(actor, input('1-20'));
    await sharing.round(view.requestId);
    const askId = (await stored(view.requestId)).asks[0]?.askId;
    await at('ash.main', view.requestId)('offer-terms', { askId, ...dear });
    await at('cedar.main', view.requestId)('agree-terms', { citation: chapter('21-40') });
    expect(await sharing.place(actor, input('21-40'))).toMatchObject({
      status: 409,
      body: { code: 'already-requested' },
    });
    expect(await sharing.place(actor, input('1-20'))).toMatchObject({ status: 201 });
    expect((await recounted(table)).faults).toEqual([]);
  });

  test('the requested item is changed with an agreement only, and a reason is a code', async () => {
    const { byRequester, bySupplier } = await asked();
    expect(await byRequester('withdraw', { maxCost: euros(1) })).toMatchObject({ status: 400 });
    expect(await bySupplier('offer-terms', { ...dear, reason: 'too dear for us' })).toMatchObject({ status: 400 });
    expect(await bySupplier('agree-terms')).toMatchObject({ status: 404, body: { code: 'unknown-request' } });
  });
});

describe('while the item is away', () => {
  test('the supplier asks to hold it for now, and to have it back', async () => {
    const { requestId, copy, bySupplier } = await lent();
    expect(await bySupplier('hold-return')).toMatchObject({ status: 200 });
    const { barcode } = copy;
    await sharing.step('return', requestId, 'cedar.main', { barcode });
    expect(await sharing.step('send-home', requestId, 'cedar.main')).toMatchObject({
      status: 409,
      body: { code: 'return-held' },
    });
    await bySupplier('release-return');
    expect(await sharing.step('send-home', requestId, 'cedar.main')).toMatchObject({ status: 200 });
  });

  test('checked in damaged, and the claim is negotiated until it is accepted', async () => {
    const { requestId, copy, patronId, byRequester, bySupplier, state } = await lent();
    const { barcode } = copy;
    await sharing.step('return', requestId, 'cedar.main', { barcode });
    expect(await byRequester('cannot-return')).toMatchObject({ status: 200 });
    await sharing.step('send-home', requestId, 'cedar.main');
    expect(await bySupplier('check-in-damaged', { barcode })).toMatchObject({
      status: 422,
      body: { code: 'cost-missing' },
    });
    const claim = { barcode, terms: { cost: euros(1800) } };
    expect(await bySupplier('check-in-damaged', claim)).toMatchObject({ status: 200 });
    expect(await state()).toBe('damage-claimed');
    await byRequester('dispute-claim');
    await bySupplier('insist-on-claim');
    expect(await state()).toBe('damage-claimed');
    expect(await byRequester('accept-claim')).toMatchObject({ status: 200, view: { status: { state: 'completed' } } });
    expect(await stored(requestId)).toMatchObject({ terms: { cost: euros(1800) } });
    expect(await countersOf(table, patronId)).toMatchObject({ holds: 0, loans: 0, owed: 0 });
    expect((await recounted(table)).faults).toEqual([]);
  });

  test('or the supplier drops the claim', async () => {
    const { requestId, copy, byRequester, bySupplier, state } = await lent();
    const { barcode } = copy;
    await sharing.step('return', requestId, 'cedar.main', { barcode });
    await sharing.step('send-home', requestId, 'cedar.main');
    await bySupplier('check-in-damaged', { barcode, terms: { cost: euros(1800) } });
    await byRequester('dispute-claim');
    expect(await bySupplier('waive-claim')).toMatchObject({ status: 200 });
    expect(await state()).toBe('completed');
  });
});

test('a repeated call after a worker died behind its write gets its original answer, not the later state', async () => {
  const { requestId } = await asked();
  const handler = cancelRequest.using({ ...systemRuntime(), clock: { now: () => Date.parse(monday) } });
  const cancelling = (key: string) =>
    call(handler, {
      ...{ actor: staffAt('cedar.main', 'ill'), path: { requestId }, body: { branchId: 'cedar.main' } },
      headers: { 'idempotency-key': key },
    });
  const waking = jest.spyOn(mockMachine.machine, 'wake').mockRejectedValueOnce(new Error('The worker died.'));
  expect((await cancelling('once')).status).toBe(500);
  expect(waking).toHaveBeenCalledTimes(1);
  expect(await cancelling('once')).toMatchObject({ status: 200, body: { status: { state: 'cancelled' } } });
  expect(await cancelling('another')).toMatchObject({ status: 409, body: { code: 'request-ended' } });
});
