import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cardNumberSchema } from '../../domain/cards/card.ts';
import { deskRefusals, mergeRoles, openRefusals } from '../../schemas.ts';

/**
 * Merges two records of one person. Everything of the other moves to the survivor: loans, holds with their places, bills, blocks, the
 * history of loans when the survivor keeps one, notices, links of guarantors; the counters are added. The other's id resolves to the
 * survivor; its card does too, or is refused, by policy. A repeated request continues after an interruption. A patron of another library is
 * merged only when the card is present.
 */
export const contract = operation({
  id: 'patrons-merge-patrons',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/merges',
  summary: 'Merge another record of the same person into this one',
  permission: [{ who: 'staff', roles: mergeRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  idempotency: 'none',
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({
    branchId: branchIdSchema,
    /** The record that is merged into the survivor. */
    otherId: z.string().min(1).max(64),
    /** Its card as scanned: required when it is of another library. */
    otherCard: cardNumberSchema.optional(),
    note: someLines(500).optional(),
  }),
  output: z.strictObject({ patronId: z.string(), merged: z.string() }),
  owner: 'not-home',
  namedOwner: 'card-needed',
  refusals: {
    ...deskRefusals,
    ...openRefusals,
    'same-patron': { status: 422, meaning: 'These are one patron already.' },
    'card-needed': { status: 422, meaning: 'The other is of another library: scan its card.' },
    'merged-elsewhere': { status: 409, meaning: 'The other was merged into somebody else already.' },
    'answers-for': { status: 409, meaning: 'One of the two answers for the other as guarantor: they are two people.' },
    'erasure-asked': {
      status: 409,
      meaning: 'The erasure of the other patron was requested, so it cannot be merged.',
    },
    'merge-undoing': { status: 409, meaning: 'An earlier merge of the other is being undone: try again in a minute.' },
    'changed-meanwhile': { status: 409, meaning: 'Others wrote at the same time again and again: try again.' },
  },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main', otherId: 'pat_01kaw5v7n0000000000000001z', note: 'Passport shown.' },
    output: { patronId: 'pat_01kaw5v7n0000000000000000z', merged: 'pat_01kaw5v7n0000000000000001z' },
  },
  errorImpact: 'One person keeps two cards, two limits and two debts.',
});
