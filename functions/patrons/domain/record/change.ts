import * as z from 'zod';

/** The kinds of change to a patron's record, in the past tense. */
const changeKinds = [
  'edited',
  'card-renewed',
  'note-added',
  'alert-cleared',
  'note-removed',
  'blocked',
  'unblocked',
  'consent-set',
  'notices-chosen',
  'merged',
  'merge-undone',
  'grown-up',
  'verified',
  'proxy-given',
  'proxy-withdrawn',
] as const;

/**
 * A change of a patron's record: who did what, where, when and why. `detail` contains names of fields and codes, never their values; `note`
 * is written by staff, so the row is stored with the patron and erased with the patron.
 */
export const patronChangeSchema = z.strictObject({
  changeId: z.string(),
  at: z.string(),
  by: z.string(),
  branchId: z.string().exactOptional(),
  did: z.enum(changeKinds),
  detail: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  note: z.string().exactOptional(),
});
export type PatronChange = z.infer<typeof patronChangeSchema>;
