import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';

/** Returns the audit line of an erasure: what was done, when, and by whom; never the patron. */
export const erasureAudit =
  (ids: Ids, now: number, by: string) =>
  (did: string): AuditLine => ({
    ...{ subject: 'erasures', at: iso(now), auditId: ids.next('audit', now), by, did },
    detail: {},
  });
