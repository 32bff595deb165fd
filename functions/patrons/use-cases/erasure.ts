import * as z from 'zod';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';

/** The audit line of an erasure: that one was, when and at whose wish; never of whom. */
export const erasureAudit =
  (ids: Ids, now: number, by: string) =>
  (did: string): AuditLine => ({
    ...{ subject: 'erasures', at: iso(now), auditId: ids.next('audit', now), by, did },
    detail: {},
  });

/** How an erasure stands; without the patron's id, which would be kept for 24 h under an Idempotency-Key. */
export const erasureSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('erasing') }),
  z.strictObject({
    state: z.literal('deferred'),
    /** What is open, each with its id. */
    reasons: z.array(z.strictObject({ code: z.enum(['loan-open', 'hold-open', 'debt-open']), detail: z.string() })),
  }),
]);

export const exampleErasure = {
  state: 'deferred' as const,
  reasons: [{ code: 'loan-open' as const, detail: 'lon_01kb0000000000000000000000, due 2026-12-15T04:59:59.000Z' }],
};
