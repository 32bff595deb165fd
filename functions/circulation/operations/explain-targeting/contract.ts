import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { holdStates } from '../../../items/public/hold-states.ts';
import { resetReasons } from '../../domain/holds/hold-reset.ts';
import { exclusions } from '../../domain/holds/target-choice.ts';
import { targetFactors } from '../../domain/holds/target-score.ts';
import { atDesk, placeRefusals } from '../../schemas/decisions.ts';
import { holdPath, holdRefusal } from '../../schemas/hold-references.ts';

const keysOf = <K extends string>(table: Record<K, unknown>): K[] => Object.keys(table) as K[];
const copy = { itemId: z.string(), barcode: z.string(), branchId: branchIdSchema };

/**
 * Explains which copy is, or would be, paged for a hold now: every copy with its score by factor, fewest points first, or with the
 * reason for its exclusion (C36 to C47); and the outcome of earlier pages (C48). Changes nothing.
 */
export const contract = operation({
  id: 'circulation-explain-targeting',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/records/{recordId}/holds/{holdId}/targeting-explanations',
  summary: 'Explain which copy is fetched for a hold',
  permission: [atDesk],
  touches: { table: 'read' },
  idempotency: 'none',
  params: holdPath,
  body: z.strictObject({ branchId: branchIdSchema }),
  output: z.strictObject({
    state: z.enum(keysOf(holdStates.states)),
    /** The paged copy, since when, and when the page times out. */
    targetItemId: z.string().optional(),
    targetedAt: z.string().optional(),
    lookAt: z.string().optional(),
    /** The version of the policy; absent when none was adopted and the defaults apply. */
    policyVersion: z.number().int().optional(),
    ranked: z.array(
      z.strictObject({
        ...copy,
        /** The sum of the factors' points; fewer is better. */
        points: z.number().int(),
        factors: z.array(z.strictObject({ factor: z.enum(targetFactors), points: z.number().int(), why: z.string() })),
      }),
    ),
    passedOver: z.array(z.strictObject({ ...copy, reason: z.enum(keysOf(exclusions)), meaning: z.string() })),
    resets: z.array(
      z.strictObject({
        at: z.string(),
        reason: z.enum(keysOf(resetReasons)),
        meaning: z.string(),
        /** Who released the copy, and the note; for the patron's library and that of the pickup branch only. */
        by: z.string().optional(),
        itemId: z.string().optional(),
        copyBranch: z.string().optional(),
        branchId: z.string().optional(),
        note: z.string().optional(),
      }),
    ),
  }),
  owner: 'unknown-hold',
  refusals: {
    ...holdRefusal,
    'no-policies': placeRefusals['no-policies'],
  },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000', holdId: 'hld_01kb0000000000000000000000' },
    body: { branchId: 'riverton.main' },
    output: {
      state: 'targeted',
      targetItemId: 'itm_01kb0000000000000000000000',
      targetedAt: '2026-11-24T15:00:00.000Z',
      lookAt: '2026-11-26T15:00:00.000Z',
      policyVersion: 2,
      ranked: [
        {
          itemId: 'itm_01kb0000000000000000000000',
          barcode: '31234000123456',
          branchId: 'riverton.main',
          points: 1030,
          factors: [
            { factor: 'tier', points: 1000, why: 'At a distance of 20' },
            { factor: 'load', points: 30, why: 'Its branch has 3 pages open' },
          ],
        },
      ],
      passedOver: [
        {
          itemId: 'itm_01kb000000000000000000001a',
          barcode: '31234000123464',
          branchId: 'harcourt.main',
          reason: 'not-on-shelf',
          meaning: exclusions['not-on-shelf'],
        },
      ],
      resets: [],
    },
  },
  errorImpact: 'Staff cannot tell why a copy was asked for.',
});
