import * as z from 'zod';
import { itemTypeSchema, locationSchema, placeSchema } from '../../../kernel/identity/item-codes.ts';
import { policyKind } from './policy-kind.ts';

const name = z.string().min(1).max(40);
/** A branch id, or a member id that stands for all of its branches. */
const place = placeSchema;
const points = z.int().min(0).max(1_000_000);
const distance = z.int().min(0).max(10_000);
const minutes = z
  .int()
  .min(0)
  .max(366 * 24 * 60);
const list = <T extends z.ZodType>(of: T) => z.array(of).max(2000).default([]);

/** The items that a line applies to: all that match every given condition; without conditions, every item. */
const itemScope = {
  owner: place.optional().describe('The branch or member whose item it is'),
  itemCategory: itemTypeSchema.optional(),
  location: locationSchema.optional(),
};

const adjustment = z.strictObject({
  // The id explains which lines determined a distance.
  id: z.string().min(1).max(24),
  from: place.optional().describe('Where the copy is'),
  to: place.optional().describe('Where it is to be picked up'),
  ...itemScope,
  kind: z.enum(['absolute', 'relative']),
  by: z.int().min(-10_000).max(10_000),
});
export type ProximityAdjustment = z.infer<typeof adjustment>;

/** The distance of a copy from a pickup branch: no unit, smaller is nearer. A pair is one-way unless it says both ways (C40). */
const proximitySchema = z.strictObject({
  sameBranch: distance.default(0),
  sameMember: distance.default(10),
  elsewhere: distance.default(20),
  pairs: list(z.strictObject({ from: place, to: place, distance, bothWays: z.boolean().default(false) })),
  adjustments: list(adjustment),
});

/** The cost of sending a copy from one place to another; with it the cheapest branch is asked, not the nearest (C41). */
const transportCostSchema = z.strictObject({
  otherwise: points.nullable().default(null).describe('The cost of pairs not named; null never uses them'),
  pairs: list(z.strictObject({ from: place, to: place, cost: points, enabled: z.boolean().default(true) })),
});

/** The points of each factor of a copy's score; the copy with the fewest points is paged. */
const weightsSchema = z.strictObject({
  tier: points.default(1000).describe('For each nearer tier of copies before it'),
  passed: points.default(1001).describe('For each timed-out page for this hold: slightly more than a tier (C45)'),
  load: points.default(10).describe('For each open page of its branch'),
  mostLoad: points.default(500).describe('Maximum for load'),
  justPassed: points.default(100_000).describe('For the copy that was just released (C37)'),
  manualReset: points.default(500_000).describe('For a copy that staff released by hand for this hold (C45)'),
});

/** The factors by which a scanned copy chooses among the holds that it can fill; each breaks the ties of the previous ones. */
export const orderFactors = [
  'copy-away-too-long',
  'owner-to-patron-home',
  'owner-to-pickup',
  'adjusted-here-to-pickup',
  'here-to-pickup',
  'adjusted-owner-to-pickup',
  'priority',
  'request-time',
] as const;
export type OrderFactor = (typeof orderFactors)[number];

/** The seven predefined orders, with the names used in Evergreen (C50). */
export const bestHoldOrders = [
  'traditional',
  'traditional-holds-go-home',
  'traditional-holds-always-go-home',
  'traditional-holds-chase-home-patrons',
  'fifo',
  'fifo-holds-go-home',
  'fifo-holds-always-go-home',
] as const;
export type BestHoldOrder = (typeof bestHoldOrders)[number];

const orderSchema = z.union([z.enum(bestHoldOrders), z.array(z.enum(orderFactors)).min(1).max(orderFactors.length)]);

const localPrioritySchema = z.strictObject({
  patron: z.enum(['home', 'pickup']).describe('The member of the patron’s home, or the pickup branch'),
  item: z.enum(['home', 'holding']).describe('The copy’s home, or where it is scanned'),
  excludedPatronCategories: list(name),
  excludedItems: list(z.strictObject({ ...itemScope, itemId: z.string().max(64).optional() })),
});

const captureSchema = z.strictObject({
  order: orderSchema.default('fifo'),
  orderByOwner: z.record(name, orderSchema).default({}).describe('Different orders of members for their own items'),
  goHomeAfterDays: z
    .int()
    .min(0)
    .max(3650)
    .default(30)
    .describe('Number of days away after which a copy returns to its owner (C52)'),
  localPriority: localPrioritySchema.nullable().default(null).describe('Holds that come before all others (C51)'),
  verifyLocation: list(z.strictObject(itemScope)).describe('Items for which the desk confirms the capture (C54)'),
  softStallMinutes: minutes
    .default(0)
    .describe('Minutes after placing in which a hold is captured opportunistically only at its pickup branch (C53)'),
});

/**
 * How copies are chosen for holds, and holds for copies: adopted by the consortium like every policy. The defaults apply without one:
 * the nearest copy is paged for two days, and the first hold in the queue gets a copy.
 */
export const targetingSchema = z.strictObject({
  proximity: proximitySchema.prefault({}),
  transportCost: transportCostSchema.nullable().default(null),
  weights: weightsSchema.prefault({}),
  /** Points for all copies of a place: 0 is asked first, a branch with few staff may have more. */
  handicaps: list(z.strictObject({ place, points: z.int().min(0).max(400) })),
  /** Where a copy may fill holds: with pickup at its home, where it is now, or anywhere (C42). The first match applies. */
  fulfilment: list(z.strictObject({ ...itemScope, pickup: z.enum(['home', 'holding', 'any']) })),
  /** Connections by which items of a category are never sent (C43). */
  transferLimits: list(
    z.strictObject({ from: place.optional(), to: place.optional(), itemCategory: itemTypeSchema.optional() }),
  ),
  /** New items stay within a distance of their home for some days (C49). */
  ageProtection: list(z.strictObject({ ...itemScope, days: z.int().min(1).max(3650), withinDistance: distance })),
  pageMinutes: minutes.default(2 * 24 * 60).describe('How long a branch may take to fetch a copy'),
  nextCheckMinutes: minutes.min(1).default(24 * 60),
  /** Whether branches closed now and at the next check are skipped; the pickup branch has its own setting (C39). */
  skipClosed: z.boolean().default(false),
  skipClosedPickup: z.boolean().default(false),
  /** How often a branch is tried for one hold; null is unlimited (C46). */
  maxLoops: z.int().min(1).max(100).nullable().default(null),
  /** How long after placing a hold waits for a local copy, even one on loan, before another is asked (C47). */
  hardStall: z
    .strictObject({ minutes: minutes.default(0), local: z.enum(['branch', 'member']).default('branch') })
    .prefault({}),
  capture: captureSchema.prefault({}),
});
export type Targeting = z.infer<typeof targetingSchema>;
export type TransportCost = z.infer<typeof transportCostSchema>;
export type TargetingWeights = Targeting['weights'];

/** The default until the consortium adopts a policy. */
export const defaultTargeting: Targeting = targetingSchema.parse({});

export const targetingKind = policyKind('targeting', targetingSchema);
