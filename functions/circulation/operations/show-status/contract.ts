import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { attemptRefusals } from '../../../patrons/public/attempt-refusals.ts';
import { cardNumberSchema } from '../../../patrons/public/card.ts';
import { openRefusals } from '../../../patrons/public/open-refusals.ts';
import { personSchema } from '../../../patrons/public/person-schema.ts';
import { billViewSchema, exampleBill } from '../../schemas/bills.ts';
import { atSelfCheck, placeRefusals } from '../../schemas/decisions.ts';
import { exampleHold, holdViewSchema } from '../../schemas/holds.ts';
import { accruedSchema, exampleLoan, loanViewSchema, patronRefusals } from '../../schemas/loans.ts';

/**
 * Returns the status of a card for a self-check: SIP2 23 and 63, NCIP LookupUser (docs/machines.md). The card alone shows whether the
 * patron may borrow and why not; the name, loans, holds and debts require the PIN. Five wrong PINs in a row lock the card at this
 * machine; failures elsewhere do not.
 */
export const contract = operation({
  id: 'circulation-show-status',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/patron-statuses',
  summary: 'Tell a self-check whether a card may borrow',
  permission: [atSelfCheck],
  // Attempts at the PIN are counted.
  touches: { table: 'write' },
  idempotency: 'none',
  body: z.strictObject({
    branchId: branchIdSchema,
    /** A card number, never an id: a machine that guesses ids gets no information. */
    patron: cardNumberSchema,
    member: memberIdSchema.optional(),
    pin: z.string().min(1).max(64).optional(),
  }),
  output: z.strictObject({
    homeMember: z.string(),
    category: z.string(),
    card: z.enum(['good', 'expired']),
    pin: z.enum(['right', 'wrong', 'not-given']),
    mayBorrow: z.boolean(),
    /** The reasons, as codes of a checkout's refusals. */
    reasons: z.array(z.string()),
    /** Without a PIN, and only to a machine client that has the scope `card-counts` too: how many, without titles or amounts. */
    counts: z
      .strictObject({
        loans: z.number().int(),
        overdue: z.number().int(),
        holds: z.number().int(),
        ready: z.number().int(),
        bills: z.number().int(),
      })
      .optional(),
    /** Only with the right PIN. */
    own: z
      .strictObject({
        name: personSchema.shape.name,
        /** ISO 639-2/B. */
        language: z.string().optional(),
        loans: z.array(loanViewSchema),
        /** How many of them are overdue. */
        overdue: z.number().int(),
        holds: z.array(holdViewSchema),
        /** How many of them are on a hold shelf. */
        ready: z.number().int(),
        bills: z.array(billViewSchema),
        owed: z.array(moneySchema),
        accrued: accruedSchema,
        /** The last good day of the card. */
        expiresOn: z.string(),
        /** The most loans, holds and overdue loans that the consortium allows; none for overdue loans when not set. */
        limits: z.strictObject({ loans: z.int(), holds: z.int(), overdue: z.int().optional() }),
        /** For the vendors of e-books and computer booking that register a patron. The address is one line. */
        contact: z.strictObject({
          address: z.string().optional(),
          email: z.string().optional(),
          phone: z.string().optional(),
          birthDate: z.string().optional(),
        }),
      })
      .optional(),
  }),
  refusals: {
    ...patronRefusals,
    ...openRefusals,
    ...placeRefusals,
    ...attemptRefusals,
  },
  example: {
    body: { branchId: 'riverton.main', patron: '21101000000016', pin: '482615' },
    output: {
      ...{ homeMember: 'riverton', category: 'adult', card: 'good', pin: 'right', mayBorrow: true, reasons: [] },
      own: {
        name: { family: 'Okafor', given: 'Amara' },
        language: 'eng',
        ...{ loans: [exampleLoan], overdue: 0, holds: [exampleHold], ready: 0 },
        ...{ bills: [exampleBill], owed: [{ amount: 350, currency: 'USD' }], accrued: [] },
        ...{ expiresOn: '2027-11-24', limits: { loans: 50, holds: 25 }, contact: { email: 'amara@example.org' } },
      },
    },
  },
  errorImpact: 'Self-checks cannot serve patrons.',
});
