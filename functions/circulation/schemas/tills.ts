import * as z from 'zod';
import type { Permission } from '../../../layers/platform/http/contract.ts';
import type { Till } from '../data/till-store.ts';
import { tillAmountSchema, tillCountSchema } from '../domain/till.ts';

/** Finance staff of the consortium, and of the member that the query names. */
export const tillReaders: Permission[] = [
  { who: 'staff', roles: ['finance-preparer', 'finance-approver', 'auditor', 'admin'], at: 'consortium' },
  { who: 'staff', roles: ['member-finance'], at: { member: 'query.member' } },
];

const actSchema = z.strictObject({ at: z.string(), by: z.string() });

/** A till of a branch on a local day: what should be in it and, once it is closed, what was counted. */
export const tillViewSchema = z.strictObject({
  branchId: z.string(),
  day: z.iso.date(),
  opened: actSchema.optional(),
  expected: z.array(tillAmountSchema),
  closed: z.strictObject({ ...actSchema.shape, counts: z.array(tillCountSchema) }).optional(),
});

/** A till as shown. */
export const tillView = ({ v: _, ...till }: Till): z.infer<typeof tillViewSchema> => till;

export const exampleTill: z.infer<typeof tillViewSchema> = {
  branchId: 'riverton.main',
  day: '2026-11-24',
  opened: { at: '2026-11-24T14:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
  expected: [{ currency: 'USD', means: 'cash', amount: 5350 }],
};
