import * as z from 'zod';
import { operations } from '../../functions/operations.ts';
import { type AnyContract, operation } from '../../layers/platform/http/contract.ts';
import { foundByPath, ownerFault } from '../builders/owner-checks.ts';

const contracts: readonly AnyContract[] = operations;

test('finding S5: every operation that writes on something found by its path names its owner check', () => {
  expect(contracts.filter((one) => foundByPath(one).length > 0).length).toBeGreaterThan(60);
  expect(contracts.flatMap((one) => ownerFault(one) ?? [])).toEqual([]);
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
    [
      'that names none is detected',
      {},
      'circulation-x writes on what it finds by thingId: say its owner check (owner)',
    ],
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
      'circulation-x writes on what it finds by thingId: say its owner check (owner)',
    ],
    ['of the consortium needs none', { permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }] }, undefined],
  ])('%s', (_what, more, fault) => {
    expect(ownerFault(aContract(more))).toBe(fault);
  });
});
