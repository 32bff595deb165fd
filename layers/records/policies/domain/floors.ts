import * as z from 'zod';
import { itemTypeSchema } from '../../../kernel/identity/item-codes.ts';
import { ruleValuesSchema } from './loan-rules.ts';
import { ownBoundSchema } from './own-values.ts';
import { policyKind } from './policy-kind.ts';

/**
 * The values that the consortium can bound. `loanDays` also applies to hourly loans, unless `loanHours` bounds that item category, so
 * that no member can evade a minimum number of days by lending hourly.
 */
export const boundable = [
  'loanDays',
  'loanHours',
  'renewals',
  'maxLoans',
  'maxHolds',
  'recallGuaranteedDays',
  'recallReturnDays',
  'finePerDay',
  'finePerHour',
  'fineCap',
  'graceDays',
  'graceMinutes',
  'lostCharge',
  'lostAfterDays',
  'damageCharge',
  'holdShelfDays',
] as const;

const boundSchema = z
  .strictObject({
    value: z.enum(boundable),
    itemCategory: itemTypeSchema.optional(),
    min: z.int().min(0).optional(),
    max: z.int().min(0).optional(),
  })
  .refine(({ min = 0, max = Number.MAX_SAFE_INTEGER }) => min <= max, 'the floor is above the ceiling');
export type Bound = z.infer<typeof boundSchema>;

/** The changes that one person of a member may adopt alone; a second person sees them afterwards. */
const aloneSchema = z.strictObject({
  amountsUpTo: z.int().min(0).max(1_000_000_00).default(0).describe('Amounts up to this, in minor units'),
  values: z.array(ruleValuesSchema.keyof()).max(50).default([]).describe('Values that one person always changes alone'),
});
export type Alone = z.infer<typeof aloneSchema>;

/** Floors and ceilings adopted by all members, within which each sets its own rules, and which changes of them need no second person. */
export const floorsSchema = z.strictObject({
  bounds: z.array(boundSchema).max(200),
  alone: aloneSchema.exactOptional(),
  own: z
    .array(ownBoundSchema)
    .max(100)
    .exactOptional()
    .describe('The values of other policies that members set themselves; without an entry, they set none'),
});
export type Floors = z.infer<typeof floorsSchema>;

const boundsOf = (floors: Floors | undefined, value: Bound['value'], itemCategory: string | undefined): Bound[] =>
  (floors?.bounds ?? []).filter(
    (bound) => bound.value === value && (bound.itemCategory === undefined || bound.itemCategory === itemCategory),
  );

/** Returns whether the consortium bounds a value for an item category. */
export const isBounded = (
  floors: Floors | undefined,
  value: Bound['value'],
  itemCategory: string | undefined,
): boolean => boundsOf(floors, value, itemCategory).length > 0;

/** Returns a number limited to its floor and ceiling; the bounds are for all item categories or the given one. Later bounds win ties. */
export const bounded = (
  floors: Floors | undefined,
  value: Bound['value'],
  itemCategory: string | undefined,
  wanted: number,
): { value: number; by?: 'floor' | 'ceiling' } => {
  const bounds = boundsOf(floors, value, itemCategory);
  const floor = Math.max(0, ...bounds.map((bound) => bound.min ?? 0));
  const ceiling = Math.min(Number.MAX_SAFE_INTEGER, ...bounds.map((bound) => bound.max ?? Number.MAX_SAFE_INTEGER));
  // When the bounds of two decisions conflict, the ceiling applies because it favours the patron.
  if (wanted > ceiling || floor > ceiling) return { value: ceiling, by: 'ceiling' };
  return wanted < floor ? { value: floor, by: 'floor' } : { value: wanted };
};

export const floorsKind = policyKind('floors', floorsSchema);
