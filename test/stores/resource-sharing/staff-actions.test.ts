import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as deliverCopy } from '../../../functions/resource-sharing/operations/deliver-copy/handler.ts';
import { handler as showMyCopy } from '../../../functions/resource-sharing/operations/show-my-copy/handler.ts';
import { handler as supplyCopy } from '../../../functions/resource-sharing/operations/supply-copy/handler.ts';
import { handler as uploadCopy } from '../../../functions/resource-sharing/operations/upload-copy/handler.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aBorrower, aCopy, at } from '../../builders/lending.ts';
import { type LoansAtDesks, loansAtDesks } from '../../builders/loans-at-desks.ts';
import { PARTNER } from '../../builders/outside-loans.ts';
import { staffAt } from '../../builders/people.ts';
import type { StepName } from '../../builders/sharing.ts';
import '../../builders/loan-machine.ts';

const bucket = bucketInMemory();
const on = (instant: string) => at(instant, { bucket });
process.env.SITE_PARAMETER = '/site';
mockClient(SSMClient)
  .on(GetParameterCommand)
  .resolves({ Parameter: { Value: 'https://library.test' } });

/** The number of staff actions that a filled request may need, beside the patron's own loan and return. */
const ALLOWED = {
  copy: { supplier: 1, requester: 1 },
  returnable: { supplier: 2, requester: 2 },
} as const;

let world: LoansAtDesks;

beforeAll(async () => {
  world = await loansAtDesks();
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

type Counted = Record<'supplier' | 'requester', string[]>;

/** The response of an operation, as far as these tests read it. */
type Answered = { documentId: string; status: { state: string }; upload: { url: string } };

/** Calls an operation as the web app does for staff at a branch; throws its refusals. */
const operation = async (handler: OperationHandler, requestId: string, branchId: string, more: object) => {
  const request = { actor: staffAt(branchId, 'ill'), path: { requestId }, body: { branchId, ...more } };
  const answer = await call(handler.using(on(world.sharing.instant())), request);
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body as Answered;
};

/** Records staff at work: each staff action is counted for its side; the patron's own loan and return are not. */
const atWork = () => {
  const counted: Counted = { supplier: [], requester: [] };
  const { sharing } = world;
  const settled = async <T>(answer: T): Promise<T> => {
    await world.settle();
    return answer;
  };
  return {
    counted,
    /** Scans an item at a circulation desk. */
    scan: async (side: keyof Counted, what: string, branchId: string, item: string) => {
      counted[side].push(what);
      return world.scan(branchId, item);
    },
    /** Calls one operation of the work page. */
    operation: async (side: keyof Counted, name: StepName, requestId: string, branchId: string, body = {}) => {
      counted[side].push(name);
      return settled(await sharing.step(name, requestId, branchId, body));
    },
    /** Presses one button of the work page, which may call several operations: those that the web app calls for it, in its order. */
    button: async (side: keyof Counted, what: string, presses: (operate: typeof operation) => Promise<Answered>) => {
      counted[side].push(what);
      return settled(await presses(operation));
    },
    lend: world.lend,
    takeBack: world.scan,
  };
};

const report = (what: string, { supplier, requester }: Counted): void => {
  const summary = (side: string, acts: string[]) => `${side} ${acts.length} (${acts.join(', ') || 'none'})`;
  process.stdout.write(
    `Staff actions, ${what}: ${summary('supplier', supplier)}, ${summary('requester', requester)}\n`,
  );
};

const within = (counted: Counted, allowed: { supplier: number; requester: number }): void => {
  for (const side of ['supplier', 'requester'] as const)
    expect(counted[side].length).toBeLessThanOrEqual(allowed[side]);
};

test('a consortium loan: the lender scans twice, the requester once, and the return sends it home', async () => {
  const { outside, item } = world;
  const { copy, patron, requestId } = await world.asked();
  const staff = atWork();

  const shipped = await staff.scan('supplier', 'ship', 'ash.main', copy.barcode);
  expect(shipped).toMatchObject({
    status: 200,
    body: {
      next: { step: 'send', branchId: 'cedar.main', forHold: true },
      slip: { to: 'cedar.main', purpose: 'hold' },
    },
  });
  const due = (await outside.load(requestId))?.due;
  expect(await outside.load(requestId)).toMatchObject({
    state: 'shipped',
    itemId: copy.itemId,
    due: expect.any(String),
  });
  const arrived = await staff.scan('requester', 'receive', 'cedar.main', copy.barcode);
  expect(arrived.body).toMatchObject({ next: { step: 'hold-shelf', branchId: 'cedar.main' } });
  expect(await outside.load(requestId)).toMatchObject({ state: 'received' });

  expect(await staff.lend('cedar.main', copy.barcode, patron.card)).toMatchObject({
    status: 201,
    body: { loan: { due } },
  });
  expect(await outside.load(requestId)).toMatchObject({ state: 'lent' });
  const returned = await staff.takeBack('cedar.main', copy.barcode);
  expect(returned.body).toMatchObject({ next: { step: 'send', branchId: 'ash.main' }, loanClosed: true });
  expect(await outside.load(requestId)).toMatchObject({ state: 'shipped-back' });

  const home = await staff.scan('supplier', 'back home', 'ash.main', copy.barcode);
  expect(home.body).toMatchObject({ next: { step: 'shelve', branchId: 'ash.main' } });
  const request = await outside.load(requestId);
  expect(request).toMatchObject({ state: 'completed', asks: [{ supplierState: 'completed', outcome: 'completed' }] });
  expect(request?.history.map(({ trigger }) => trigger)).toEqual([
    ...['ask', 'ship', 'loaned', 'receive', 'received', 'lend', 'return', 'ship-back', 'shipped-return'],
    ...['check-in', 'completed'],
  ]);
  expect((await item(copy.itemId))?.request).toBeUndefined();
  report('consortium loan', staff.counted);
  expect(staff.counted).toEqual({ supplier: ['ship', 'back home'], requester: ['receive'] });
  within(staff.counted, ALLOWED.returnable);
});

test('a loan from outside: the requester receives it and sends it back, by one act each', async () => {
  const { outside, sharing, table } = world;
  const patron = await aBorrower(table);
  const requestId = await outside.wanted(patron.patronId);
  await sharing.round(requestId);
  const due = '2026-04-10T21:59:59.000Z';
  await outside.says(requestId, 'WillSupply');
  await outside.says(requestId, 'Loaned', { due });
  const staff = atWork();

  const received = await staff.operation('requester', 'receive', requestId, 'cedar.main', { barcode: '99887766' });
  expect(received).toMatchObject({ status: 200, view: { status: { state: 'received' }, barcode: '99887766', due } });
  expect(await staff.lend('cedar.main', '99887766', patron.card)).toMatchObject({
    status: 201,
    body: { loan: { due } },
  });
  expect(await outside.load(requestId)).toMatchObject({ state: 'lent' });
  const returned = await staff.takeBack('cedar.main', '99887766');
  expect(returned.body).toMatchObject({ next: { step: 'keep-aside', because: 'back-outside' }, loanClosed: true });
  const listed = await sharing.list(staffAt('cedar.main', 'ill'), { memberId: 'cedar' });
  expect(listed.body).toMatchObject({
    requests: expect.arrayContaining([
      expect.objectContaining({
        ...{ requestId, barcode: '99887766', needsAttention: true },
        status: expect.objectContaining({ state: 'returned-by-patron' }),
      }),
    ]),
  });
  const sent = await staff.operation('requester', 'send-home', requestId, 'cedar.main', { barcode: '99887766' });
  expect(sent).toMatchObject({ status: 200, view: { status: { state: 'shipped-back' } } });
  await outside.says(requestId, 'LoanCompleted');
  expect(await outside.load(requestId)).toMatchObject({ state: 'completed' });
  report('loan from outside', staff.counted);
  expect(staff.counted).toEqual({ supplier: [], requester: ['receive', 'send-home'] });
  within(staff.counted, ALLOWED.returnable);
});

test('a loan to a library outside: two scans at the desk of the lender', async () => {
  const { outside, item } = world;
  const copy = await aCopy(world.table, { branchId: 'ash.main' });
  const { requestId } = await outside.asked(copy.itemId, copy.recordId ?? '', 'ash');
  const staff = atWork();
  const shipped = await staff.scan('supplier', 'ship', 'ash.main', copy.barcode);
  expect(shipped.body).toMatchObject({ next: { step: 'send', branchId: `${PARTNER}.outside` } });
  expect(await item(copy.itemId)).toMatchObject({ state: 'on-loan', loan: { patronId: PARTNER } });
  expect(await outside.load(requestId)).toMatchObject({ asks: [{ supplierState: 'shipped' }] });
  await outside.says(requestId, 'Received');
  await outside.says(requestId, 'ShippedReturn');
  const home = await staff.scan('supplier', 'back home', 'ash.main', copy.barcode);
  expect(home.body).toMatchObject({ next: { step: 'shelve', branchId: 'ash.main' }, loanClosed: true });
  expect(await outside.load(requestId)).toMatchObject({ asks: [{ supplierState: 'completed' }] });
  report('loan to a library outside', staff.counted);
  expect(staff.counted).toEqual({ supplier: ['ship', 'back home'], requester: [] });
  within(staff.counted, ALLOWED.returnable);
});

test('a copy: the supplier sends its scan, the requester hands it on', async () => {
  const { outside, sharing, table } = world;
  const patron = await aBorrower(table);
  const rota = [{ member: 'ash', score: 500, points: 500, factors: [] }];
  const requestId = await outside.wanted(patron.patronId, { kind: 'consortium-loan', service: 'copy', rota });
  await sharing.round(requestId);
  const askId = (await outside.load(requestId))?.asks[0]?.askId;
  const staff = atWork();
  const pdf = Buffer.from('%PDF-1.7 twelve pages');
  // One button: the selected file is uploaded to the URL in the response, and sent.
  const scan = { askId, fileName: 'scan.pdf', bytes: pdf.length };
  const sent = await staff.button('supplier', 'supply-copy', async (call) => {
    const { documentId, upload } = await call(uploadCopy, requestId, 'ash.main', scan);
    bucket.objects.set(new URL(upload.url).pathname.slice(1), pdf);
    return call(supplyCopy, requestId, 'ash.main', { askId, documentId });
  });
  expect(sent).toMatchObject({ status: { state: 'completed' } });
  const given = await staff.button('requester', 'deliver-copy', (call) =>
    call(deliverCopy, requestId, 'cedar.main', {}),
  );
  expect(given).toMatchObject({ status: { state: 'completed' }, documentId: expect.any(String) });
  const { documentId } = given;
  const mine = await call(showMyCopy.using(on(sharing.instant())), { actor: patron.actor, path: { documentId } });
  expect(mine).toMatchObject({ status: 200 });
  report('copy', staff.counted);
  expect(staff.counted).toEqual({ supplier: ['supply-copy'], requester: ['deliver-copy'] });
  within(staff.counted, ALLOWED.copy);
});

test('a copy from outside that arrives by post: one act of the requester', async () => {
  const { outside } = world;
  const patron = await aBorrower(world.table);
  const requestId = await outside.wanted(patron.patronId, { service: 'copy' });
  await outside.ask(requestId);
  await outside.says(requestId, 'CopySupplied');
  const staff = atWork();
  await staff.button('requester', 'deliver-copy', (call) => call(deliverCopy, requestId, 'cedar.main', {}));
  expect(await outside.load(requestId)).toMatchObject({ state: 'completed' });
  report('copy by mail', staff.counted);
  within(staff.counted, ALLOWED.copy);
});
