import { firstPolicies } from '../../demo/policies.ts';
import { tableNamed } from '../../layers/data/table.ts';
import type { LoanRequestView } from '../../layers/domain/resource-sharing/view-schemas.ts';
import { outputOf } from '../../local/origin/route.ts';
import { adminToken, calling, deployed, signedInStaff } from '../builders/deployed.ts';
import { aBorrower, aCopy } from '../builders/lending.ts';

const endpoints = deployed();
const call = calling(endpoints);
const run = Date.now().toString(36);
const home = `q${run}`;
const suppliers = ['r', 's', 't'].map((letter) => `${letter}${run}`);
const branchOf = (member: string): string => `${member}.main`;
const tokens = new Map<string, string>();
const copies = new Map<string, string>();
let card: string;
let recordId = '';

const made = async (admin: string, path: string, body: unknown): Promise<Record<string, unknown>> => {
  const answer = await call('POST', path, { token: admin, body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** A library that joins: member, branch that never closes, and somebody for interlibrary loan, signed in. */
const joined = async (admin: string, memberId: string): Promise<void> => {
  const library = { memberId, name: 'A test library', type: 'special', fiscalYearStartsIn: 1, lendsOnRequest: true };
  await made(admin, '/membership/members', library);
  const calendar = { timeZone: 'UTC', weekly: {}, closures: [] };
  const branch = { branchId: branchOf(memberId), name: 'Main', address: '1 Mill Street', pickup: true, calendar };
  await made(admin, `/membership/members/${memberId}/branches`, branch);
  const email = `ill.${memberId}@example.org`;
  const { staffId } = await made(admin, '/membership/staff', { name: 'A test librarian', email, memberId });
  const grant = { role: 'ill', scope: 'member', member: memberId };
  await made(admin, `/membership/staff/${String(staffId)}/roles`, { grant, reason: 'A test' });
  tokens.set(memberId, await signedInStaff(endpoints, email));
};

const policiesAdopted = async (admin: string): Promise<void> => {
  for (const { kind, body, decisionReference } of firstPolicies('2026-01-01T00:00:00.000Z')) {
    const known = await call('GET', `/governance/policies/${kind}/in-force`, { token: admin });
    if (known.status === 404) await made(admin, '/governance/policies', { kind, body, decisionReference });
  }
};

beforeAll(async () => {
  const admin = await adminToken(endpoints);
  await policiesAdopted(admin);
  for (const member of [home, ...suppliers]) await joined(admin, member);
  // Copies and patron are put into the table as a load and a desk would: those have tests of their own.
  const table = tableNamed(outputOf(endpoints.outputs, 'TableName') ?? '');
  for (const member of suppliers) {
    const on = recordId === '' ? {} : { recordId, sourceId: `${member}:${recordId.slice(4)}` };
    const copy = await aCopy(table, { branchId: branchOf(member), category: 'special-collection', ...on });
    recordId = copy.recordId ?? '';
    copies.set(member, copy.barcode);
  }
  ({ card } = await aBorrower(table, { homeMember: home, homeBranch: branchOf(home) }));
}, 120_000);

const seen = async (requestId: string): Promise<LoanRequestView> => {
  const { body } = await call('GET', `/resource-sharing/requests/${requestId}`, { token: tokens.get(home) ?? '' });
  return body as LoanRequestView;
};

/** The workflow asks by itself: waits until a supplier that was not asked before is. */
const asked = async (requestId: string, before: readonly string[], ms: number) => {
  for (const until = Date.now() + ms; Date.now() < until; await new Promise((go) => setTimeout(go, 300))) {
    const { askId = '', supplierMember: member = '', status } = await seen(requestId);
    if (status?.state === 'asked' && !before.includes(member)) return { askId, member, branchId: branchOf(member) };
  }
  throw new Error(`nobody new was asked within ${ms} ms: ${JSON.stringify(await seen(requestId))}`);
};

const step = async (
  member: string,
  requestId: string,
  path: string,
  body: Record<string, unknown>,
): Promise<string> => {
  const token = tokens.get(member) ?? '';
  const said = { token, body: { branchId: branchOf(member), ...body } };
  const answer = await call('POST', `/resource-sharing/requests/${requestId}/${path}`, said);
  const view = answer.body as LoanRequestView & { code?: string };
  return answer.status === 200 ? view.status.state : `${answer.status} ${view.code}`;
};

test('the workflow asks three suppliers in turn: one cannot, one says nothing, one supplies; lent, returned, home (C79, C84)', async () => {
  const wish = { recordId, pickupBranch: branchOf(home), patron: card, serviceLevel: 'express' };
  const placed = await call('POST', '/resource-sharing/requests', { token: tokens.get(home) ?? '', body: wish });
  expect(placed).toMatchObject({ status: 201, body: { seenAs: 'requester' } });
  const requestId = String(placed.body.requestId);

  const first = await asked(requestId, [], 20_000);
  const no = { askId: first.askId, answer: 'unfilled', reason: 'NotOnShelf' };
  expect(await step(first.member, requestId, 'answers', no)).toBe('unfilled');
  const second = await asked(requestId, [first.member], 20_000);
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
  expect(steps.filter(({ by, side }) => by === 'system' && side === 'requester').map(({ trigger }) => trigger)).toEqual(
    ['ask', 'ask', 'answer-timeout', 'ask'],
  );
}, 180_000);

test('a library that was not asked learns nothing of a request, and nobody without a token', async () => {
  const token = tokens.get(suppliers[0] ?? '') ?? '';
  expect(await call('GET', '/resource-sharing/requests/req_unknown', { token })).toMatchObject({ status: 404 });
  expect(await call('GET', `/resource-sharing/requests?memberId=${home}`, { token })).toMatchObject({ status: 403 });
  expect(await call('GET', `/resource-sharing/requests?memberId=${home}`)).toMatchObject({ status: 401 });
});
