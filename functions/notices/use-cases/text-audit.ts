import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import type { TemplateKey } from '../domain/template.ts';

/** Returns the audit entry of a text that was set or removed. */
export const textAudit = (
  { actor, now, ids }: { actor: Actor | undefined; now: number; ids: Ids },
  owner: string,
  which: TemplateKey,
  did: string,
  version: number,
): AuditLine => ({
  subject: `notice-texts:${owner}`,
  at: iso(now),
  auditId: ids.next('audit', now),
  by: actorName(actor),
  did,
  detail: { ...which, version },
});
