import * as z from 'zod';
import { isBranchId, isMemberId } from '../../../kernel/identity/id.ts';
import { itemTypeSchema, locationSchema } from '../../../kernel/identity/item-codes.ts';
import { policyKind } from './policy-kind.ts';

const name = z.string().min(1).max(40);
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const branch = z.string().refine(isBranchId, 'A branch is named <member>.<code>.');
const place = z.string().refine((id) => isBranchId(id) || isMemberId(id), 'A place is a member or a branch.');
const weekday = z.int().min(1).max(7);
const depth = z.int().min(0).max(2);

/** The items that a movement rule applies to: all conditions must match; without conditions, every item. */
const itemsSchema = z.strictObject({
  owner: place.optional().describe('The member that owns the item, or its home branch'),
  itemCategory: itemTypeSchema.optional(),
  location: locationSchema.optional(),
});
export type MovedItems = z.infer<typeof itemsSchema>;

/** Libraries in one building: transits between them are suppressed, and items are set aside or shelved immediately (C14). */
const suppressGroupSchema = z.strictObject({
  name,
  branches: z.array(branch).min(2).max(50),
  holds: z.boolean().describe('No transit for a hold between them'),
  nonHolds: z.boolean().describe('No transit for anything else between them'),
});

/** Where a returned item without a hold goes: home, to the branch that had it last, or nowhere (C17). */
export const returnPlaces = ['home', 'holding', 'none'] as const;
const returnRuleSchema = z.strictObject({ items: itemsSchema, to: z.enum(returnPlaces) });

/**
 * Where items of a group may float to (C24). Depths in the tree of the consortium (0), members (1) and branches (2): `stopDepth` is how
 * high the nearest common parent of both branches may be, `maxDepth` how deep the destination may be.
 */
const floatPlaceSchema = z.strictObject({
  at: z.union([place, z.literal('consortium')]).describe('The entry is about every branch in here'),
  stopDepth: depth.default(0),
  maxDepth: depth.optional(),
  exclude: z.boolean().default(false).describe('No copy of the group stays here, regardless of other entries'),
  cap: z
    .int()
    .min(0)
    .max(100_000)
    .optional()
    .describe('How many copies of other branches each branch in the group accepts'),
});
export type FloatPlace = z.infer<typeof floatPlaceSchema>;

const floatGroupSchema = z.strictObject({
  // The record of an item that floated under a cap, limited to 1 KB, contains the group's name.
  group: code.max(12),
  items: z.array(itemsSchema).min(1).max(50),
  places: z.array(floatPlaceSchema).min(1).max(200),
  manual: z.boolean().default(false).describe('Floats only when staff confirm it'),
});
export type FloatGroup = z.infer<typeof floatGroupSchema>;

/** A courier round; its stops are served in both directions. */
const routeSchema = z.strictObject({
  route: code.max(24),
  name,
  stops: z.array(branch).min(2).max(200),
  days: z.array(weekday).min(1).max(7).describe('Days of the week, Monday is 1'),
});
export type CourierRoute = z.infer<typeof routeSchema>;

const courierSchema = z.strictObject({
  routes: z.array(routeSchema).max(100).default([]),
  /** The tote for items to a branch. */
  totes: z.record(branch, name).default({}),
});

const uniqueGroups = (groups: { group: string }[]): boolean =>
  new Set(groups.map(({ group }) => group)).size === groups.length;

/**
 * How items move between the libraries of the consortium: adopted, versioned, and read at every check-in. Without an entry, items go
 * home, nothing floats, no transit is suppressed, and no scan is too soon.
 */
export const movementSchema = z.strictObject({
  minimumTransitMinutes: z
    .int()
    .min(0)
    .max(1440)
    .default(0)
    .describe('A scan this soon after sending is refused (C13)'),
  longTransitDays: z.int().min(1).max(365).default(14).describe('A transit longer than this is late'),
  suppress: z.array(suppressGroupSchema).max(100).default([]),
  returns: z.array(returnRuleSchema).max(200).default([]).describe('The first entry that matches the item applies'),
  floating: z.array(floatGroupSchema).max(100).refine(uniqueGroups, 'two groups have the same name').default([]),
  courier: courierSchema.prefault({}),
});
export type Movement = z.infer<typeof movementSchema>;

/** The default until the consortium adopts its own. */
export const defaultMovement: Movement = movementSchema.parse({});

export const movementKind = policyKind('movement', movementSchema);
