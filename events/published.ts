import * as z from 'zod';
import { event as budgetThresholdPassed } from './budget-threshold-passed/event.ts';
import { event as holdEnded } from './hold-ended/event.ts';
import { event as holdFulfilled } from './hold-fulfilled/event.ts';
import { event as holdOnShelf } from './hold-on-shelf/event.ts';
import { event as holdPlaced } from './hold-placed/event.ts';
import { event as itemCheckedIn } from './item-checked-in/event.ts';
import { event as itemCheckedOut } from './item-checked-out/event.ts';
import { event as itemLost } from './item-lost/event.ts';
import { event as itemMarked } from './item-marked/event.ts';
import { event as loanRenewed } from './loan-renewed/event.ts';
import { event as loanRequestChanged } from './loan-request-changed/event.ts';
import { event as periodClosed } from './period-closed/event.ts';
import { event as policyAdopted } from './policy-adopted/event.ts';

/** Every event about items and holds to which external systems may subscribe, by its name on the bus (source `concord.circulation`). */
export const published = {
  'item-checked-out': itemCheckedOut,
  'item-checked-in': itemCheckedIn,
  'loan-renewed': loanRenewed,
  'item-lost': itemLost,
  'item-marked': itemMarked,
  'hold-placed': holdPlaced,
  'hold-on-shelf': holdOnShelf,
  'hold-fulfilled': holdFulfilled,
  'hold-ended': holdEnded,
} as const satisfies Record<string, { version: number; schema: z.ZodType; meaning: string }>;

export type PublishedName = keyof typeof published;

/** The finance events by name (source `concord.finance`): sums of members and the consortium, never of a person. */
export const publishedOfMoney = { 'budget-threshold-passed': budgetThresholdPassed } as const;

/** Events of other parts of the system by name, with their source on the bus. */
export const publishedElsewhere = {
  'loan-request-changed': { ...loanRequestChanged, source: 'concord.resource-sharing' },
  'policy-adopted': { ...policyAdopted, source: 'concord.governance' },
  'period-closed': { ...periodClosed, source: 'concord.finance' },
} as const;

/** Every event to which webhooks may subscribe. */
export const subscribable = { ...published, ...publishedElsewhere };

/** The name of a fact to which webhooks may subscribe. */
export type FactName = keyof typeof subscribable;
const factNames = Object.keys(subscribable) as [FactName, ...FactName[]];
export const factNameSchema = z.enum(factNames);

/** Whether webhooks may subscribe to what has this name. */
export const isFactName = (name: string): name is FactName => Object.hasOwn(subscribable, name);
