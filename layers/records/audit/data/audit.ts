import { stamp } from '../../../platform/dynamodb/table.ts';
import type { Write } from '../../../platform/dynamodb/write.ts';
import { key } from './keys.ts';

/** What is said of a change for good: who did what to whom, when, with what before and after. Ids only, no names. */
export type AuditLine = {
  /** What was changed, e.g. `staff:stf_…`, `member:riverton`, `policy:fees`. */
  subject: string;
  at: string;
  auditId: string;
  /** The actor's name, e.g. `staff:stf_…`; `deployment` for what the deploy did. */
  by: string;
  did: string;
  detail: Record<string, unknown>;
};

/** The write of an audit line: part of the same transaction as the change, so that neither stands without the other. */
export const auditWrite = (line: AuditLine): Write => ({
  put: { ...key('audit', line), ...stamp('audit', 1), ...line },
});
