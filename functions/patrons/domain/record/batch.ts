import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import type { PatronsPolicy } from '../../../../layers/records/policies/domain/patrons.ts';
import type { Person } from '../identity/person.ts';
import { editedPatron, refusedEdit } from './edit-patron.ts';
import type { PatronStatus } from './patron-status.ts';

/** How far a batch is: it looks for its patrons, shows what it would do, changes them, is done; or puts them back. */
export const batchStates = ['gathering', 'previewed', 'running', 'done', 'undoing', 'undone'] as const;
export type BatchState = (typeof batchStates)[number];

/**
 * The result of a batch for a patron: to be changed, nothing to change, refused; changed, not changed because the patron changed since;
 * restored, or not restored because the patron changed since.
 */
export const lineStates = ['planned', 'unchanged', 'refused', 'done', 'failed', 'undone', 'retained'] as const;
export type LineState = (typeof lineStates)[number];

const code = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const values = {
  category: code.optional(),
  homeBranch: branchIdSchema.optional(),
  expiresOn: z.iso.date().optional(),
};

/** The values that a batch gives to every patron; a residence of null removes it. */
export const batchChangeSchema = z
  .strictObject({ ...values, residence: code.nullable().optional() })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Say what is to be changed.');
export type BatchChange = z.infer<typeof batchChangeSchema>;

/** The patrons of a batch by what they are; all conditions hold. `residence` null is: not known. */
export const batchFilterSchema = z
  .strictObject({
    category: code.optional(),
    homeBranch: branchIdSchema.optional(),
    residence: code.nullable().optional(),
    expiresFrom: z.iso.date().optional(),
    expiresTo: z.iso.date().optional(),
  })
  .refine((filter) => Object.values(filter).some((value) => value !== undefined), 'Say which patrons.');
export type BatchFilter = z.infer<typeof batchFilterSchema>;

/** The changed values of one patron, before or after; null is none. */
export const batchValuesSchema = z.strictObject({ ...values, residence: code.nullable().optional() });
export type BatchValues = z.infer<typeof batchValuesSchema>;

/** Returns whether a filter selects a patron. */
export const isSelected = (status: PatronStatus, filter: BatchFilter): boolean => {
  const { category, homeBranch, residence, expiresFrom, expiresTo } = filter;
  return (
    (category === undefined || status.category === category) &&
    (homeBranch === undefined || status.homeBranch === homeBranch) &&
    (residence === undefined || (status.residence ?? null) === residence) &&
    (expiresFrom === undefined || status.expiresOn >= expiresFrom) &&
    (expiresTo === undefined || status.expiresOn <= expiresTo)
  );
};

/** The planned result of a batch for a patron. */
export type PlannedLine =
  | { state: 'planned'; from: BatchValues; to: BatchValues }
  | { state: 'unchanged' }
  | { state: 'refused'; reason: string };

const fields = ['category', 'homeBranch', 'expiresOn', 'residence'] as const;

/**
 * Returns what a batch would do with a patron at an instant: the values that differ, or why the patron cannot have them (the age does not
 * fit the category, the patron is not verified yet or is to be erased).
 */
export const plannedLine = (
  { status, person }: { status: PatronStatus; person: Person },
  change: BatchChange,
  policy: PatronsPolicy,
  at: string,
): PlannedLine => {
  const edited = editedPatron({ status, person }, change, at);
  if (edited.changed.length === 0) return { state: 'unchanged' };
  if (status.erasureAsked) return { state: 'refused', reason: 'erasure-asked' };
  if (status.temporary) return { state: 'refused', reason: 'unverified' };
  const [refused] = refusedEdit(policy, edited, undefined, at.slice(0, 10));
  if (refused) return { state: 'refused', reason: refused.code };
  const changed = fields.filter((field) => edited.changed.includes(field));
  const pick = (of: Partial<PatronStatus>): BatchValues =>
    Object.fromEntries(changed.map((field) => [field, of[field] ?? null]));
  return { state: 'planned', from: pick(status), to: pick(edited.status) };
};
