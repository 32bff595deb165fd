import * as z from 'zod';
import { operations } from '../../functions/operations.ts';
import { type AnyContract, operation } from '../../layers/platform/http/contract.ts';
import { forAnyCard, foundByName, foundByPath, namesAnyPatron, ownerFault } from '../builders/owner-checks.ts';

const contracts: readonly AnyContract[] = operations;

test('finding S5: every operation that finds something by its path, query or body names its owner check', () => {
  expect(contracts.filter((one) => foundByPath(one).length > 0).length).toBeGreaterThan(90);
  expect(contracts.filter((one) => foundByName(one).length > 0).length).toBeGreaterThan(35);
  expect(contracts.flatMap((one) => ownerFault(one) ?? [])).toEqual([]);
});

test('finding S5: a desk that names a patron by a card is refused a closed record, except where nothing of it is shown', () => {
  const naming = contracts.filter(namesAnyPatron);
  const closed = naming.filter(({ refusals }) => 'restricted' in refusals);
  expect(closed.length).toBeGreaterThan(10);
  expect(naming.map(({ id }) => id).toSorted()).toEqual(
    [...closed.map(({ id }) => id), ...Object.keys(forAnyCard)].toSorted(),
  );
});

describe('finding S5: a new operation', () => {
  const aContract = (more: Partial<AnyContract>): AnyContract => ({
    ...operation({
      ...{ id: 'circulation-x', context: 'circulation', service: 'circulation', method: 'POST', summary: 'x' },
      path: '/v1/circulation/things/{thingId}',
      permission: [{ who: 'staff', roles: ['desk'], at: { branch: 'body.branchId' } }],
      touches: { table: 'write' },
      output: z.string(),
      refusals: { 'unknown-thing': { status: 404, meaning: 'x' }, 'over-limit': { status: 409, meaning: 'x' } },
      example: { output: '' },
      errorImpact: 'x',
    }),
    ...more,
  });
  test.each<[string, Partial<AnyContract>, string | undefined]>([
    ['that names none is detected', {}, 'circulation-x acts on what it finds by thingId: say its owner check (owner)'],
    ['that names it passes', { owner: 'unknown-thing' }, undefined],
    [
      'that refuses by a conflict is detected',
      { owner: 'over-limit' },
      "circulation-x refuses another's object by over-limit, which is 409",
    ],
    ['that says why none is needed passes', { owner: { none: 'The thing is named by its own secret.' } }, undefined],
    [
      'at the place of its path needs none',
      { permission: [{ who: 'staff', roles: ['desk'], at: { branch: 'path.thingId' } }] },
      undefined,
    ],
    [
      'for a patron’s thing needs one',
      { permission: [{ who: 'patron' }] },
      'circulation-x acts on what it finds by thingId: say its owner check (owner)',
    ],
    [
      'that only reads needs one',
      { method: 'GET', touches: { table: 'read' } },
      'circulation-x acts on what it finds by thingId: say its owner check (owner)',
    ],
    ['that reads by a record needs none', { method: 'GET', path: '/v1/circulation/records/{recordId}' }, undefined],
    ['that reads by a month needs none', { method: 'GET', path: '/v1/circulation/tills/{month}' }, undefined],
    ['that anybody reads needs none', { method: 'GET', permission: [{ who: 'anyone' }] }, undefined],
    [
      'whose body names a thing needs a check of it',
      { owner: 'unknown-thing', body: z.strictObject({ lines: z.array(z.strictObject({ loanId: z.string() })) }) },
      'circulation-x acts on what it finds by body.lines.loanId: say its owner check (namedOwner)',
    ],
    [
      'whose query names a branch needs a check of it',
      { owner: 'unknown-thing', query: z.strictObject({ homeBranch: z.string() }) },
      'circulation-x acts on what it finds by query.homeBranch: say its owner check (namedOwner)',
    ],
    [
      'that refuses what its body names by a conflict passes',
      { owner: 'unknown-thing', namedOwner: 'over-limit', body: z.strictObject({ loanId: z.string() }) },
      undefined,
    ],
    [
      'whose body names its own place, a card and a record needs none',
      {
        owner: 'unknown-thing',
        body: z.strictObject({ branchId: z.string(), card: z.string(), recordId: z.string() }),
      },
      undefined,
    ],
    [
      'whose body names an item by its barcode needs a check of it',
      { owner: 'unknown-thing', body: z.strictObject({ branchId: z.string(), item: z.string() }) },
      'circulation-x acts on what it finds by body.item: say its owner check (namedOwner)',
    ],
    [
      'that names nothing drops the check of names',
      { owner: 'unknown-thing', namedOwner: 'unknown-thing' },
      'circulation-x names nothing in a query or a body: drop namedOwner',
    ],
    ['of the consortium needs none', { permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }] }, undefined],
  ])('%s', (_what, more, fault) => {
    expect(ownerFault(aContract(more))).toBe(fault);
  });
});
