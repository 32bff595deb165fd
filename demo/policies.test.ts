import { carriageBetween } from '../functions/circulation/domain/checkin/courier.ts';
import { policySchema } from '../functions/governance/domain/policy-kinds.ts';
import { inForce } from '../layers/records/policies/domain/document.ts';
import { feesKind } from '../layers/records/policies/domain/fees.ts';
import { resolveLoanRule } from '../layers/records/policies/domain/resolve.ts';
import { branchIds } from './branches.ts';
import { itemCategories } from './item-categories.ts';
import { firstPolicies, floors } from './policies.ts';
import { loanRules } from './policy-loan-rules.ts';
import { movement } from './policy-movement.ts';

const policies = firstPolicies('2026-01-01T00:00:00.000Z');

const ruled = (over: Partial<Parameters<typeof resolveLoanRule>[2]>) =>
  resolveLoanRule(loanRules, floors, {
    itemBranch: 'riverton.main',
    checkoutBranch: 'riverton.main',
    patronHome: 'riverton',
    patronCategory: 'adult',
    itemCategory: 'book',
    location: 'stacks',
    ...over,
  }).values;

describe('the policies of the first day', () => {
  it('are valid documents, one of each kind, in force from their date', () => {
    for (const policy of policies) expect(policySchema.parse(policy)).toEqual(policy);
    expect(policies.map(({ kind }) => kind)).toEqual([
      'floors',
      'blocks',
      'loan-rules',
      'fees',
      'patrons',
      'attribution',
      'resource-sharing',
      'movement',
      'notices',
      'billing',
    ]);
    expect(inForce(policies, feesKind, '2025-12-31T23:59:59.999Z')).toBeUndefined();
    expect(inForce(policies, feesKind, '2026-01-01T00:00:00.000Z')?.version).toBe(1);
  });

  it('fine no patron at Riverton and every late patron at Harcourt, by the desk that lends', () => {
    expect(ruled({ checkoutBranch: 'riverton.main' }).finePerDay).toBe(0);
    expect(ruled({ checkoutBranch: 'harcourt.main' }).finePerDay).toBe(50);
    expect(ruled({ itemBranch: 'harcourt.main', checkoutBranch: 'riverton.main' }).finePerDay).toBe(0);
  });

  it('let the school and the special library lend on request, but not to their own', () => {
    for (const member of ['ashgrove', 'northfield']) {
      const itemBranch = `${member}.upper`;
      const { requestOnly, holdable } = ruled({ itemBranch });
      expect([requestOnly, holdable]).toEqual([true, false]);
      expect(ruled({ itemBranch, patronHome: member }).requestOnly).toBe(false);
    }
  });

  it('exclude journals, maps and confidential items from loan, and give faculty four months', () => {
    const notLent = itemCategories.filter((itemCategory) => !ruled({ itemCategory }).lendable);
    expect(notLent).toEqual(['journal', 'map', 'confidential']);
    expect(ruled({ itemBranch: 'harcourt.main', patronCategory: 'faculty' }).loanPeriod).toEqual({ days: 120 });
  });

  it('name existing branches on the courier’s rounds, and connect the cities by the link', () => {
    expect(movement.courier.routes.flatMap(({ stops }) => stops).filter((stop) => !branchIds.includes(stop))).toEqual(
      [],
    );
    expect(Object.keys(movement.courier.totes).filter((branchId) => !branchIds.includes(branchId))).toEqual([]);
    expect(carriageBetween(movement, 'riverton.main', 'lakeshore.main')).toMatchObject({
      routes: ['link'],
      tote: 'L-1',
    });
    expect(carriageBetween(movement, 'riverton.eastside', 'calder.main')).toMatchObject({
      ...{ routes: ['river', 'link', 'lake'], via: ['riverton.main', 'lakeshore.main'], days: [1, 3, 5] },
    });
    expect(carriageBetween(movement, 'riverton.main', 'ashgrove.vault')).toBeUndefined();
  });
});
