import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals, mergeRoles } from '../../schemas.ts';

const line = z.strictObject({
  kind: z.enum(['loan', 'hold', 'bill', 'request']),
  /** When it was lent, placed, charged or requested. */
  at: z.string(),
  barcode: z.string().optional(),
  /** The open amount in minor units. */
  amount: z.int().optional(),
  currency: z.string().optional(),
  returns: z.boolean(),
});

/**
 * Undoes the merge of another record into this patron, for 30 days, or previews it (`dryRun`): the other record exists again, with its
 * cards and PIN; loans, holds, bills, requests and other rows that came from it return, when they have not changed or ended since. The
 * response lists what returns and what stays. A repeated request continues after an interruption.
 */
export const contract = operation({
  id: 'patrons-undo-merge',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/merges/{formerId}/undo',
  summary: 'Undo the merge of another record into this one',
  permission: [{ who: 'staff', roles: mergeRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  idempotency: 'none',
  params: z.strictObject({ patronId: z.string().min(1).max(64), formerId: z.string().min(1).max(64) }),
  body: z.strictObject({ branchId: branchIdSchema, dryRun: z.boolean(), note: someLines(500).optional() }),
  output: z.strictObject({
    patronId: z.string(),
    formerId: z.string(),
    until: z.string(),
    /** How many of its cards cannot return, because they were replaced since. */
    cardsThatStay: z.int(),
    lines: z.array(line),
    others: z.strictObject({ return: z.int(), stay: z.int() }),
  }),
  owner: 'not-home',
  refusals: {
    ...deskRefusals,
    'merge-unknown': { status: 404, meaning: 'The other was not merged into this patron, or the merge was undone.' },
    'undo-too-late': { status: 409, meaning: 'The merge is older than 30 days.' },
    'merge-running': { status: 409, meaning: 'The merge is not complete yet: try again in a minute.' },
    'changed-meanwhile': { status: 409, meaning: 'Others wrote at the same time again and again: try again.' },
  },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z', formerId: 'pat_01kaw5v7n0000000000000001z' },
    body: { branchId: 'riverton.main', dryRun: true },
    output: {
      ...{ patronId: 'pat_01kaw5v7n0000000000000000z', formerId: 'pat_01kaw5v7n0000000000000001z' },
      ...{ until: '2026-12-31T10:00:00.000Z', cardsThatStay: 0, others: { return: 2, stay: 0 } },
      lines: [{ kind: 'loan', at: '2026-11-02T10:00:00.000Z', barcode: '31000000000017', returns: true }],
    },
  },
  errorImpact: 'Two people who were merged by mistake stay one record.',
});
