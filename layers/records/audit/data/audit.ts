import { stamp } from '../../../platform/dynamodb/table.ts';
import type { Write } from '../../../platform/dynamodb/write.ts';
import { auditPlace } from '../domain/audit-place.ts';
import { gsi2, key } from './keys.ts';

/** A permanent audit entry of a change: who did what to whom, when, with the values before and after. Ids only, no names. */
export type AuditLine = {
  /** The changed subject, e.g. `staff:stf_…`, `member:riverton`, `policy:fees`. */
  subject: string;
  at: string;
  auditId: string;
  /** The actor's name, e.g. `staff:stf_…`; `deployment` for changes by the deployment. */
  by: string;
  did: string;
  detail: Record<string, unknown>;
  /** The member whose administrators read the entry, where neither the subject nor the detail names it. */
  member?: string;
};

/** Returns the write of an audit entry, for the transaction of the change, so that neither exists without the other. */
export const auditWrite = ({ member, ...line }: AuditLine): Write => {
  const place = member ?? auditPlace(line);
  return { put: { ...key('audit', line), ...gsi2('audit', { ...line, place }), ...stamp('audit', 1), ...line } };
};
