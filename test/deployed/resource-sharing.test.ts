import { deployed } from '../builders/deployed.ts';
import { aBorrower, aCopy } from '../builders/lending.ts';
import { mainBranch as branchOf, loanLibraries } from '../builders/loan-libraries.ts';

const run = Date.now().toString(36);
const home = `q${run}`;
const suppliers = ['r', 's', 't'].map((letter) => `${letter}${run}`);
const libraries = loanLibraries(deployed());
const { call, table, tokenOf, step } = libraries;
const copies = new Map<string, string>();
let card: string;
let recordId = '';

beforeAll(async () => {
  await libraries.begin([home, ...suppliers]);
  // Writes copies and the patron to the table as a load and a desk would: those have tests of their own.
  for (const member of suppliers) {
    const on = recordId === '' ? {} : { recordId, sourceId: `${member}:${recordId.slice(4)}` };
    const copy = await aCopy(table, { branchId: branchOf(member), category: 'special-collection', ...on });
    recordId = copy.recordId ?? '';
    copies.set(member, copy.barcode);
  }
  ({ card } = await aBorrower(table, { homeMember: home, homeBranch: branchOf(home) }));
}, 120_000);

const seen = (requestId: string) => libraries.seen(home, requestId);

/** Waits until the workflow asks a supplier that it did not ask before. */
const asked = async (requestId: string, before: readonly string[], ms: number) => {
  for (const until = Date.now() + ms; Date.now() < until; await new Promise((go) => setTimeout(go, 300))) {
    const { askId = '', supplierMember: member = '', status } = await seen(requestId);
    if (status?.state === 'asked' && !before.includes(member)) return { askId, member, branchId: branchOf(member) };
  }
  throw new Error(`nobody new was asked within ${ms} ms: ${JSON.stringify(await seen(requestId))}`);
};

test('the workflow asks three suppliers in turn: one cannot, one is silent, one supplies; lent, returned, home (C79, C84)', async () => {
  const input = { recordId, pickupBranch: branchOf(home), patron: card, serviceLevel: 'express' };
  const placed = await call('POST', '/resource-sharing/requests', { token: tokenOf(home), body: input });
  expect(placed).toMatchObject({ status: 201, body: { seenAs: 'requester' } });
  const requestId = String(placed.body.requestId);

  const first = await asked(requestId, [], 60_000);
  const no = { askId: first.askId, answer: 'unfilled', reason: 'NotOnShelf' };
  expect(await step(first.member, requestId, 'answers', no)).toBe('unfilled');
  const second = await asked(requestId, [first.member], 60_000);
  const third = await asked(requestId, [first.member, second.member], 90_000);
  const barcode = copies.get(second.member) ?? '';
  const late = { askId: second.askId, answer: 'will-supply', barcode };
  expect(await step(second.member, requestId, 'answers', late)).toBe('409 ask-closed');

  const { askId, member } = third;
  const item = copies.get(member) ?? '';
  expect(await step(member, requestId, 'answers', { askId, answer: 'will-supply', barcode: item })).toBe('will-supply');
  expect(await step(member, requestId, 'ship', { askId, barcode: item })).toBe('shipped');
  expect(await step(home, requestId, 'receive', { barcode: item })).toBe('received');
  expect(await step(home, requestId, 'lend', { barcode: item })).toBe('lent');
  expect(await step(home, requestId, 'return', { barcode: item })).toBe('returned-by-patron');
  expect(await step(home, requestId, 'send-home', {})).toBe('shipped-back');
  expect(await step(member, requestId, 'complete', { askId, barcode: item })).toBe('completed');

  const { asks, steps, rota, status } = await seen(requestId);
  expect([status.state, rota.length]).toEqual(['completed', 3]);
  expect(asks.map(({ outcome }) => outcome)).toEqual(['unfilled', 'timed-out', 'completed']);
  // Either the desk's step or the scan of the copy may record the return first.
  const sourcing = steps.filter(
    ({ by, side, trigger }) => by === 'system' && side === 'requester' && trigger !== 'ship-back',
  );
  expect(sourcing.map(({ trigger }) => trigger)).toEqual(['ask', 'ask', 'answer-timeout', 'ask']);
}, 180_000);

test('a library that was not asked cannot read a request, and neither can a caller without a token', async () => {
  const token = tokenOf(suppliers[0] ?? '');
  expect(await call('GET', '/resource-sharing/requests/req_unknown', { token })).toMatchObject({ status: 404 });
  expect(await call('GET', `/resource-sharing/requests?memberId=${home}`, { token })).toMatchObject({ status: 403 });
  expect(await call('GET', `/resource-sharing/requests?memberId=${home}`)).toMatchObject({ status: 401 });
});
