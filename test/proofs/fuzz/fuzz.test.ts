import { staffAccounts } from '../../../demo/seed/accounts.ts';
import { operations } from '../../../functions/operations.ts';
import type { AnyContract } from '../../../layers/platform/http/contract.ts';
import type { Account } from '../../../local/endpoints.ts';
import { batches, callerFor, documentedStatuses, planned, takesInput } from './plan.ts';
import { countsByClass, failureLines, notGeneratedLines, skippedIn } from './results.ts';

const signIn = { by: 'call', path: '/v1/patrons/sign-in', body: {}, token: 'access_token' } as const;
const accounts: Account[] = [
  ...staffAccounts(),
  { account: 'amara', role: 'patron', member: 'riverton', signIn },
  { account: 'riverton-self-check', role: 'self-check', member: 'riverton', signIn },
];
const contractOf = (id: string): AnyContract => {
  const found = operations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
};

test('every operation has a caller of the demo that may call it, at a place of that account', () => {
  for (const contract of operations.map((one): AnyContract => one)) {
    const { account, place } = callerFor(contract, accounts);
    const open = contract.permission.some(({ who }) => who === 'anyone' || who === 'partner');
    expect([contract.id, account === undefined]).toEqual([contract.id, open && place.length === 0]);
  }
  const checkOut = callerFor(contractOf('circulation-check-out'), accounts);
  expect(checkOut).toMatchObject({ account: { member: 'riverton' }, place: [['body.branchId', 'riverton.main']] });
  expect(() => callerFor(contractOf('circulation-check-out'), [])).toThrow('No account of the demo may call');
});

test('the batches hold each operation once, or those whose ids begin as asked', () => {
  expect(batches().flat()).toHaveLength(operations.length);
  expect(
    batches(['circulation-check-'])
      .flat()
      .map(({ id }) => id),
  ).toContain('circulation-check-out');
  expect(batches(['no-such-']).length).toBe(0);
});

test('operations that lock an account or end its session are called after all others', () => {
  const groups = batches().map((group) => group.map(({ id }) => id));
  const at = (id: string): number => groups.findIndex((group) => group.length === 1 && group[0] === id);
  const last = groups.findLastIndex((group) => group.length > 1);
  for (const id of ['patrons-sign-out', 'membership-sign-out']) {
    expect(at(id)).toBeGreaterThan(last);
    expect(at('patrons-sign-in')).toBeGreaterThan(at(id));
  }
  expect(batches(['patrons-my-profile'])).toHaveLength(1);
});

test('a documented status is one of the operation, of all operations or of the gateway, and 500 is none', () => {
  const statuses = documentedStatuses(contractOf('circulation-check-out'));
  expect(statuses).toEqual(expect.arrayContaining([201, 400, 401, 403, 409, 413, 415, 429, 431]));
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  const { authorization, mediaType } = planned(contractOf('circulation-check-out'), { place: [] }, 'a.b.c');
  expect([authorization, mediaType]).toEqual(['Bearer a.b.c', 'application/json']);
});

test('the report counts answers by class, names what was not called, and repeats failures without the token', () => {
  const failures = [
    {
      kind: '5xx' as const,
      status: 500,
      curl: "curl -H 'authorization: Bearer ey.J0.x' /v1/a",
      answer: '{"code":\n"internal-error"}',
    },
  ];
  const results = [
    { id: 'a-one', statuses: { 200: 3, 404: 1, 500: 1 }, generated: 4, seconds: 1, failures },
    { id: 'a-two', statuses: {}, generated: 0, seconds: 0, failures: [] },
  ];
  expect(countsByClass(results, () => 'a, reads')).toEqual([
    `  ${'a, reads'.padEnd(28)}    2 operations      5 answers: 3 x 2xx, 1 x 4xx, 1 x 5xx`,
  ]);
  expect(skippedIn(results, ['a-one', 'a-two', 'a-three'])).toEqual(['a-two', 'a-three']);
  const three = {
    id: 'a-three',
    statuses: { 200: 1 },
    generated: 2,
    seconds: 1,
    failures: [],
    problem: 'TypeError:\nx',
  };
  expect(notGeneratedLines([...results, three], () => true)).toEqual([
    '✗ a-two: no requests generated (none)',
    '✗ a-three: no requests generated (TypeError: x)',
  ]);
  expect(notGeneratedLines(results, () => false)).toEqual([]);
  const [whoami, checkOut] = ['membership-whoami', 'circulation-check-out'].map(contractOf).map(takesInput);
  expect([whoami, checkOut]).toEqual([false, true]);
  expect(failureLines(results)).toEqual([
    '✗ a-one: 500 (5xx)',
    "    curl -H 'authorization: Bearer $TOKEN' /v1/a",
    '    {"code": "internal-error"}',
  ]);
});
