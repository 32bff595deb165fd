import * as z from 'zod';
import { event as budgetThresholdPassed } from './budget-threshold-passed/event.ts';
import { event as holdFulfilled } from './hold-fulfilled/event.ts';
import { event as holdPlaced } from './hold-placed/event.ts';
import { event as itemCheckedIn } from './item-checked-in/event.ts';
import { event as itemCheckedOut } from './item-checked-out/event.ts';
import { event as itemLost } from './item-lost/event.ts';
import { event as loanRenewed } from './loan-renewed/event.ts';

/** Every event about items and holds to which external systems may subscribe, by its name on the bus (source `concord.circulation`). */
export const published = {
  'item-checked-out': itemCheckedOut,
  'item-checked-in': itemCheckedIn,
  'loan-renewed': loanRenewed,
  'item-lost': itemLost,
  'hold-placed': holdPlaced,
  'hold-fulfilled': holdFulfilled,
} as const satisfies Record<string, { version: number; schema: z.ZodType; meaning: string }>;

export type PublishedName = keyof typeof published;

/** The finance events by name (source `concord.finance`): sums of members and the consortium, never of a person. */
export const publishedOfMoney = { 'budget-threshold-passed': budgetThresholdPassed } as const;

const factNames = Object.keys(published) as [PublishedName, ...PublishedName[]];

/** The name of a fact to which webhooks may subscribe. */
export const factNameSchema = z.enum(factNames);
export type FactName = z.infer<typeof factNameSchema>;

/** Whether webhooks may subscribe to what has this name. */
export const isFactName = (name: string): name is FactName => Object.hasOwn(published, name);
