import * as z from 'zod';

/** An audit entry as it is read. */
export const auditEntrySchema = z.strictObject({
  auditId: z.string(),
  /** The changed subject, e.g. `staff:stf_…`, `branch:riverton.main`, `policy:fees`. */
  subject: z.string(),
  at: z.string(),
  by: z.string(),
  did: z.string(),
  /** Further details of the entry, such as the values before and after. */
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
