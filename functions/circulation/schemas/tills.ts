import * as z from 'zod';
import type { Permission } from '../../../layers/platform/http/contract.ts';
import type { Till } from '../data/till-store.ts';
import { tillAmountSchema, tillCountSchema } from '../domain/money/till.ts';

/** Finance staff of the consortium and of the member that the query names, and desk staff of the branch that it names. */
export const tillReaders: Permission[] = [
  { who: 'staff', roles: ['finance-preparer', 'finance-approver', 'auditor', 'admin'], at: 'consortium' },
  { who: 'staff', roles: ['member-finance'], at: { member: 'query.member' } },
  { who: 'staff', roles: ['desk', 'desk-supervisor'], at: { branch: 'query.branch' } },
];

const actSchema = z.strictObject({ at: z.string(), by: z.string() });

/** A till of a branch on a local day: the expected contents and, once it is closed, the counted ones. */
export const tillViewSchema = z.strictObject({
  branchId: z.string(),
  day: z.iso.date(),
  opened: actSchema.optional(),
  expected: z.array(tillAmountSchema),
  closed: z.strictObject({ ...actSchema.shape, counts: z.array(tillCountSchema) }).optional(),
});

export type TillView = z.infer<typeof tillViewSchema>;

/** Returns a till in the format of the response. */
export const tillView = ({ v: _, ...till }: Till): TillView => till;

export const exampleTill: TillView = {
  branchId: 'riverton.main',
  day: '2026-11-24',
  opened: { at: '2026-11-24T14:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
  expected: [{ currency: 'USD', means: 'cash', amount: 5350 }],
};
