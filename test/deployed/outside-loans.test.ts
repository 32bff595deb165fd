import type { LoanRequestView } from '../../functions/resource-sharing/domain/requests/view-schemas.ts';
import { deployed } from '../builders/deployed.ts';
import { aBorrower, aCopy } from '../builders/lending.ts';
import { loanLibraries, mainBranch } from '../builders/loan-libraries.ts';

/** Tests loans beyond the consortium through the state machine, with the simulated partner as the outside library. */
const endpoints = deployed();
const libraries = loanLibraries(endpoints);
const run = Date.now().toString(36);
const home = `x${run}`;
const branch = mainBranch(home);
const { standIn } = endpoints;

const until = async <T>(look: () => Promise<T | undefined>, what: string, ms = 300_000): Promise<T> => {
  let last: T | undefined;
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((go) => setTimeout(go, 400))) {
    last = await look();
    if (last !== undefined) return last;
  }
  throw new Error(`not within ${ms} ms: ${what}`);
};

const stateIs = (requestId: string, ...states: string[]): Promise<LoanRequestView> =>
  until(
    async () => {
      const view = await libraries.seen(home, requestId);
      return states.includes(view.status.state) ? view : undefined;
    },
    `${requestId} is ${states.join(' or ')}`,
  );

/** Requests a title from outside for a patron of the library; the words in brackets set what the partner does. */
const asked = async (title: string, more: Record<string, unknown> = {}): Promise<string> => {
  const { card } = await aBorrower(libraries.table, { homeMember: home, homeBranch: branch });
  const citation = { kind: 'book', title: `${title} ${Math.random().toString(36).slice(2)}`, author: 'A. Keeper' };
  const maxCost = { amount: 5000, currency: 'USD' };
  const body = { citation, pickupBranch: branch, patron: card, outside: true, maxCost, ...more };
  const answer = await libraries.call('POST', '/resource-sharing/requests', { token: libraries.tokenOf(home), body });
  if (answer.status !== 201) throw new Error(`placing: ${answer.status} ${JSON.stringify(answer.body)}`);
  return String(answer.body.requestId);
};

beforeAll(() => libraries.begin([home]), 120_000);

test('a library outside lends: received, lent, returned, sent home, and it confirms the return', async () => {
  const requestId = await asked('The lamp in winter [lends]');
  const shipped = await stateIs(requestId, 'shipped');
  expect(shipped.asks).toMatchObject([{ supplierMember: standIn?.partnerId, answer: 'loaned' }]);
  expect(shipped.due).toBeDefined();
  expect(await libraries.step(home, requestId, 'receive', {})).toBe('received');
  const { barcode = '' } = await stateIs(requestId, 'received');
  expect(await libraries.step(home, requestId, 'lend', { barcode })).toBe('lent');
  expect(await libraries.step(home, requestId, 'return', { barcode })).toBe('returned-by-patron');
  expect(await libraries.step(home, requestId, 'send-home', {})).toBe('shipped-back');
  const ended = await stateIs(requestId, 'completed');
  expect(ended.asks.map(({ outcome }) => outcome)).toEqual(['completed']);
}, 900_000);

test('an unfilled answer from outside ends the rota; so does a refused message, at once', async () => {
  const [no, error] = await Promise.all([asked('A tower [unfilled]'), asked('A tower of errors [error]')]);
  expect((await stateIs(no, 'end-of-rota')).asks).toMatchObject([{ outcome: 'unfilled', reason: 'NotOnShelf' }]);
  expect((await stateIs(error, 'end-of-rota')).asks).toMatchObject([{ outcome: 'unreachable' }]);
}, 900_000);

test('a silent partner is released within the limit of the service level, and its later messages change nothing', async () => {
  const requestId = await asked('A quiet keeper [silent]', { serviceLevel: 'express' });
  const view = await until(async () => {
    const seen = await libraries.seen(home, requestId);
    return seen.status.state === 'end-of-rota' ? seen : undefined;
  }, 'the silent partner is given up');
  const [ask] = view.asks;
  expect(ask?.outcome).toBe('timed-out');
  const overdue = Date.parse(ask?.closedAt ?? '') - Date.parse(ask?.answerBy ?? '');
  expect(overdue).toBeGreaterThanOrEqual(0);
  // A time-out that is detected only on another event comes later than this.
  expect(overdue).toBeLessThan(30_000);
}, 900_000);

test('terms are offered and accepted; repeated and reordered messages do no harm (C81, C85)', async () => {
  const requestId = await asked('A costly light [cost, doubled]');
  const offered = await stateIs(requestId, 'terms-offered');
  expect(offered.asks[0]?.offer).toMatchObject({
    reason: 'CostExceedsMaxCost',
    cost: { amount: 3500, currency: 'USD' },
  });
  expect(await libraries.step(home, requestId, 'steps', { step: 'agree-terms' })).toBe('asked');
  await stateIs(requestId, 'shipped');
  const disorder = await asked('A light in pieces [disorder]');
  await stateIs(disorder, 'shipped');
}, 900_000);

test('a partner sends a request: our copy is shipped and comes home, and the log contains every message', async () => {
  const copy = await aCopy(libraries.table, { branchId: branch, category: 'special-collection' });
  const ask = { title: 'A lamp of ours', recordId: copy.recordId, service: 'Loan', plays: true };
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${standIn?.page}/ask`, { method: 'POST', headers, body: JSON.stringify(ask) });
  expect(answer.ok).toBe(true);
  const row = await until(async () => {
    const query = `memberId=${home}&side=supplier`;
    const { body } = await libraries.call('GET', `/resource-sharing/requests?${query}`, {
      token: libraries.tokenOf(home),
    });
    const { requests = [] } = body as { requests?: LoanRequestView[] };
    return requests.find(({ requesterMember }) => requesterMember === standIn?.partnerId);
  }, 'the partner’s request is in our queue');
  const { requestId, askId } = row;
  expect(await libraries.step(home, requestId, 'ship', { askId, barcode: copy.barcode })).toBe('shipped');
  const state = async () => (await libraries.seen(home, requestId)).status.state;
  await until(async () => ((await state()) === 'returned' ? true : undefined), 'the partner has sent it home');
  expect(await libraries.step(home, requestId, 'complete', { askId, barcode: copy.barcode })).toBe('completed');
  const { body } = await libraries.call('GET', `/resource-sharing/requests/${requestId}/messages`, {
    token: libraries.tokenOf(home),
  });
  const { messages } = body as { messages: { direction: string; state: string }[] };
  expect(messages.map(({ direction }) => direction)).toEqual(expect.arrayContaining(['in', 'out']));
}, 900_000);
