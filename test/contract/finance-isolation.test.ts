import { handlerFileOf } from '../../functions/load-contracts.ts';
import { operations } from '../../functions/operations.ts';
import { ROLES, roles } from '../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import type { AnyContract, Pointer } from '../../layers/platform/http/contract.ts';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';
import { type Call, call } from '../builders/call.ts';
import { patron } from '../builders/people.ts';

/** Operations on money in other contexts. */
const elsewhere =
  /^(membership-((show|set)-account-codes|(show|print)-account|(record|reverse)-payment|(ask|decide)-payout|list-payouts)|governance-(show|prepare|approve)-(true-up|restatement))$/;
const finance = operations
  .filter(({ context, id }) => context === 'finance' || elsewhere.test(id))
  .map((one) => [one.id, one] as const);

/** An actor with every permission that a member's staff may have at riverton. */
const ofRiverton: Actor = {
  kind: 'staff',
  id: 'stf_riverton',
  grants: roles
    .filter((role) => ROLES[role].scopes.some((scope) => scope === 'member'))
    .map((role) => ({ role, scope: 'member', member: 'riverton' })),
};

type Named = Record<string, unknown>;
type Request = { path: Named; query: Named; body: Named };

/** Returns the contract's own example, with another member or its branch at each place where a permission looks for one. */
const ofAnother = (contract: AnyContract): Request => {
  const { params, query, body } = contract.example;
  const request: Request = { path: { ...(params ?? {}) }, query: { ...(query ?? {}) }, body: { ...(body ?? {}) } };
  for (const [pointer, value] of pointersOf(contract)) {
    const [part, name = ''] = pointer.split('.') as [keyof Request, string?];
    request[part][name] = value;
  }
  return request;
};

const pointersOf = ({ permission }: AnyContract): [Pointer, string][] =>
  permission.flatMap((one): [Pointer, string][] => {
    if (!('at' in one) || typeof one.at === 'string') return [];
    return 'member' in one.at ? [[one.at.member, 'calder']] : [[one.at.branch, 'calder.main']];
  });

const texts = (named: Named): Record<string, string> =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [name, String(value)]));

const asked = (contract: AnyContract, { path, query, body }: Request, actor?: Actor): Call => ({
  ...(actor && { actor }),
  path: texts(path),
  query: texts(query),
  headers: { 'idempotency-key': `isolation-${contract.id}` },
  ...(contract.body && { body }),
});

const answer = async (contract: AnyContract, request: Request, actor?: Actor): Promise<number> => {
  const { handler } = (await import(`../../${handlerFileOf(contract)}`)) as { handler: OperationHandler };
  return (await call(handler, asked(contract, request, actor))).status;
};

/** Operations that anyone may call: they read prices and what the deployment runs, and nothing of a member. */
const openToAll = ['finance-estimate-cost', 'finance-print-estimate'];

/** Operations that every member's finance staff may read, with the same response for all: nothing in it belongs to one member. */
const theSameForAll = ['finance-get-price-book', 'finance-list-formulas'];

beforeAll(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  jest.spyOn(console, 'error').mockImplementation(() => {});
  // A call that passed its permission would read this table, and fail: nothing here answers 403 because of what it has read.
  Object.assign(process.env, {
    ...{ TABLE_NAME: 'no-table', BUCKET_NAME: 'no-bucket', BUS_NAME: 'no-bus', MACHINE_ARN: 'no-machine' },
    DEPLOYED_RESOURCES: JSON.stringify({
      search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
      ...{ alarms: 0, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1, logRetentionDays: 90 },
    }),
  });
});

test('F7 every operation without a check of its member returns the same to all, and all of them are listed', () => {
  const unguarded = finance.flatMap(([id, { permission }]) =>
    permission.some((one) => 'at' in one && one.at === 'own-member') ? [id] : [],
  );
  expect(unguarded).toEqual(theSameForAll);
});

test('F7 every operation that anyone may call is listed', () => {
  const open = finance.flatMap(([id, { permission }]) => (permission.some(({ who }) => who === 'anyone') ? [id] : []));
  expect(open).toEqual(openToAll);
});

test('F7 no operation of finance can be found through the search index', () => {
  expect(finance.flatMap(([id, { touches }]) => (touches.index === undefined ? [] : [id]))).toEqual([]);
});

describe.each(finance.filter(([id]) => ![...theSameForAll, ...openToAll].includes(id)))('F7 %s', (_, contract) => {
  it('is refused to all staff of another member', async () => {
    expect(await answer(contract, ofAnother(contract), ofRiverton)).toBe(403);
  });

  it('is refused to them where no member is named', async () => {
    const request = ofAnother(contract);
    for (const [pointer] of pointersOf(contract)) {
      const [part, name = ''] = pointer.split('.') as [keyof Request, string?];
      // A path always names its subject.
      if (part !== 'path') delete request[part][name];
    }
    expect([400, 403]).toContain(await answer(contract, request, ofRiverton));
  });

  it('is refused to patrons and to anonymous callers', async () => {
    expect(await answer(contract, ofAnother(contract), patron('pat_1', 'calder'))).toBe(403);
    expect(await answer(contract, ofAnother(contract))).toBe(401);
  });
});
