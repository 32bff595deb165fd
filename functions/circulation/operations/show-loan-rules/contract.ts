import * as z from 'zod';
import { itemTypeSchema, locationSchema } from '../../../../layers/kernel/identity/item-codes.ts';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { placeRefusals } from '../../schemas/decisions.ts';
import { loanRulesViewSchema } from '../../schemas/loan-rules.ts';

/**
 * Shows the loan rules in force for the items of one branch that are lent at another: for each item type and patron category the values and
 * the rule of each. With `itemCategory` and `patronCategory` also why: the rules that were considered for that case.
 */
export const contract = operation({
  id: 'circulation-show-loan-rules',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/loan-rules',
  summary: 'Show the loan rules in force as a matrix',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read' },
  query: z.strictObject({
    /** The branch whose items they are. */
    itemsOf: branchIdSchema,
    /** The branch at which they are lent. */
    lentAt: branchIdSchema,
    /** The instant for which the rules are asked; now when absent. */
    on: z.iso.datetime().optional(),
    /** The home library of the patron; that of `lentAt` when absent. */
    patronHome: memberIdSchema.optional(),
    patronCategory: z.string().min(1).max(40).optional(),
    itemCategory: itemTypeSchema.optional(),
    location: locationSchema.optional(),
  }),
  output: loanRulesViewSchema,
  namedOwner: { none: 'The rules of all libraries are read by all staff, as governance-list-policies shows them.' },
  refusals: { 'no-policies': placeRefusals['no-policies'] },
  example: {
    query: { itemsOf: 'harcourt.main', lentAt: 'harcourt.main' },
    output: {
      ...{ version: 14, effectiveFrom: '2026-11-01T00:00:00.000Z', decisionReference: '2026-09', currency: 'USD' },
      deciders: { lending: 'owner', fines: 'checkout', lost: 'owner', shelf: 'checkout', calendar: 'checkout' },
      patronCategories: ['faculty'],
      outcomes: [
        {
          values: {
            ...{ lendable: true, requestOnly: false, holdable: true, loanPeriod: { days: 120 }, renewals: 6 },
            ...{ maxLoans: null, maxHolds: null, finePerDay: 50, finePerHour: 0, graceDays: 0, fineCap: 2500 },
            ...{ lostCharge: 8000, holdShelfDays: 7 },
          },
          from: {
            ...{ lendable: 'base', requestOnly: 'base', holdable: 'base', loanPeriod: 'harcourt-faculty' },
            ...{ renewals: 'harcourt-faculty', maxLoans: 'base', maxHolds: 'base', finePerDay: 'harcourt-fines' },
            ...{ finePerHour: 'base', graceDays: 'base', fineCap: 'harcourt-fines', lostCharge: 'harcourt-lost' },
            holdShelfDays: 'base',
          },
        },
      ],
      cells: [{ itemCategory: 'book', outcomes: [0] }],
      rules: [
        {
          ...{ id: 'harcourt-faculty', setBy: 'harcourt' },
          when: { itemOwner: 'harcourt', itemCategory: 'book', patronCategory: 'faculty' },
          values: { loanPeriod: { days: 120 }, renewals: 6 },
        },
      ],
      bounds: [{ value: 'loanDays', min: 14, max: 180 }],
    },
  },
  errorImpact: 'Staff cannot read which loan rule applies; checkouts are unaffected.',
});
