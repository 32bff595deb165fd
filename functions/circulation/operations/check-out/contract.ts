import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { openRefusals } from '../../../patrons/public/open-refusals.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import {
  atDesk,
  atSelfCheck,
  changedRefusal,
  madeAtSchema,
  offlineRefusals,
  overrideRefusal,
  overrideSchema,
  placeRefusals,
  ruled,
} from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';
import { exampleLoan, loanViewSchema, patronRef, patronRefusals } from '../../schemas/loans.ts';

const { title: _title, ...lent } = exampleLoan;

/**
 * Lends an item with any member's card at any branch (C57, C65, C66, C69). Returns every refusal at once. A repeated Idempotency-Key
 * returns the same loan and creates no second one.
 */
export const contract = operation({
  id: 'circulation-check-out',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/check-outs',
  summary: 'Lend an item to a patron',
  permission: [atDesk, atSelfCheck],
  touches: { table: 'write' },
  // It reads the policies of loans, limits, calendars and titles (of packed records), and shares the dependencies of its group.
  bundleKilobytes: 747,
  idempotency: 'own',
  body: z.strictObject({
    /** The branch of the desk or of the self-check. */
    branchId: branchIdSchema,
    item: itemRefSchema,
    ...patronRef,
    /** The proxy who acts for the patron: a card number as scanned, or an id. The loan is on the patron's account. */
    proxy: patronRef.patron.optional(),
    override: overrideSchema.optional(),
    madeAt: madeAtSchema.optional(),
    /**
     * The patron uses it in the library and returns it the same day: for items that their lender restricts to the library. By staff
     * only.
     */
    inLibrary: z.boolean().optional(),
  }),
  status: 201,
  output: z.strictObject({
    loan: loanViewSchema,
    /** The rule that gave the loan period, and the version of the loan rules. */
    because: z.strictObject({ ruleId: z.string(), policyVersion: z.number().int() }),
    /** For what a desk would have refused it: accepted, since it was made without a network. */
    conflicts: z.array(z.string()).optional(),
  }),
  namedOwner: { none: 'One card and every item are valid at every desk; rules decide.' },
  refusals: {
    ...ruled(refusalsOf.checkout),
    ...itemRefusals,
    ...patronRefusals,
    ...openRefusals,
    ...placeRefusals,
    'not-a-proxy': { status: 403, meaning: 'This person has no leave to borrow or collect for the patron.' },
    ...overrideRefusal,
    ...offlineRefusals,
    ...changedRefusal,
    'key-reused': { status: 422, meaning: 'This Idempotency-Key was used with another body.' },
  },
  example: {
    body: { branchId: 'lakeshore.main', item: '31234000123456', patron: '21101000000016' },
    output: { loan: lent, because: { ruleId: 'riverton-dvd', policyVersion: 3 } },
  },
  // The table's client contains both of the SDK's codecs, of which it uses the newer one.
  errorImpact: 'Nothing can be lent.',
});
