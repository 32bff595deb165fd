import * as z from 'zod';
import { scannedSchema } from '../../../layers/domain/identity/card-number.ts';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { loanRequestViewSchema } from '../../../layers/domain/resource-sharing/view-schemas.ts';
import { operation } from '../../../layers/http/contract.ts';
import { ruled } from '../../circulation/shapes.ts';
import { exampleRequest, requestRefusals } from '../shapes.ts';

/** A patron, or staff of the pickup branch for one, asks for a record that no hold can fill now: the request is placed with its rota of suppliers and the workflow asks the first. */
export const contract = operation({
  id: 'resource-sharing-place-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests',
  summary: 'Place a consortium loan request',
  permission: [
    { who: 'patron' },
    { who: 'staff', roles: ['ill', 'desk', 'desk-supervisor'], at: { branch: 'body.pickupBranch' } },
  ],
  touches: { table: 'write', machine: 'loan-request' },
  body: z.strictObject({
    recordId: z.string().min(1).max(64),
    pickupBranch: branchIdSchema,
    /** A card number or patron id; staff name it, a patron leaves it out. */
    patron: scannedSchema.optional(),
    /** The day after which the item is of no use any more, as an instant. */
    needBy: z.iso.datetime().optional(),
    serviceLevel: z.enum(['normal', 'rush', 'express']).default('normal'),
  }),
  status: 201,
  output: loanRequestViewSchema,
  refusals: {
    ...requestRefusals,
    'patron-missing': { status: 422, meaning: 'Staff must say for which patron; a patron asks for himself only.' },
    'unknown-patron': { status: 404, meaning: 'There is no such card or patron.' },
    'card-replaced': { status: 410, meaning: 'This card was replaced: ask for the new one.' },
    'unknown-record': { status: 404, meaning: 'There is no such record.' },
    'unknown-branch': { status: 422, meaning: 'There is no such pickup branch, or items cannot be collected there.' },
    'need-by-passed': { status: 422, meaning: 'The day by which the item is needed has passed.' },
    'no-policies': { status: 409, meaning: 'The consortium has not adopted loan rules and block thresholds yet.' },
    'hold-instead': { status: 409, meaning: 'A copy that is free now can fill a hold: place a hold instead.' },
    'no-supplier': {
      status: 409,
      meaning: 'No member can supply this record; `errors` says why for each.',
      params: { member: 'the member’s id', why: 'why it cannot' },
    },
    'already-requested': { status: 409, meaning: 'The patron has an open request for this record.' },
    'already-lent-to-patron': { status: 409, meaning: 'The patron has a copy of this record.' },
    ...ruled(['card-expired', 'subscription-unpaid', 'patron-blocked', 'owed-over-limit', 'too-many-holds'] as const),
  },
  example: {
    body: { recordId: 'rec_01kb00000000000000000000000', pickupBranch: 'riverton.main', patron: '21101000000014' },
    output: exampleRequest,
  },
  errorImpact: 'Patrons cannot ask for what only other libraries lend on request.',
});
