import type * as z from 'zod';
import type { RelayedFact } from '../functions/circulation/domain/relay.ts';
import { type Alert, alertName } from '../functions/finance/domain/budgets/alert.ts';
import { event as budgetThresholdPassed } from './budget-threshold-passed/event.ts';
import { event as holdFulfilled } from './hold-fulfilled/event.ts';
import { event as holdPlaced } from './hold-placed/event.ts';
import { event as itemCheckedIn } from './item-checked-in/event.ts';
import { event as itemCheckedOut } from './item-checked-out/event.ts';
import { event as itemLost } from './item-lost/event.ts';
import { event as loanRenewed } from './loan-renewed/event.ts';

/** Every fact of copies and holds that outsiders may subscribe to, by its name on the bus (source `concord.circulation`). */
export const published = {
  'item-checked-out': itemCheckedOut,
  'item-checked-in': itemCheckedIn,
  'loan-renewed': loanRenewed,
  'item-lost': itemLost,
  'hold-placed': holdPlaced,
  'hold-fulfilled': holdFulfilled,
} as const satisfies Record<string, { version: number; schema: z.ZodType; meaning: string }>;

export type PublishedName = keyof typeof published;

const isPublished = (name: string): name is PublishedName => Object.hasOwn(published, name);

/** A fact as outsiders get it: ids of item, record, branch and members, never of a person, a loan or a hold. Nothing when it is not published. */
export const publicFact = ({
  id,
  fact,
  recordId,
}: RelayedFact): { name: PublishedName; detail: unknown } | undefined => {
  const { name, at, itemId, branchId, members, detail = {} } = fact;
  if (!isPublished(name)) return undefined;
  const { version, schema } = published[name];
  const about = { id, version, at, itemId, recordId, branchId, members, due: detail.due, state: detail.state };
  return { name, detail: schema.parse(about) };
};

/** The facts of money, by name (source `concord.finance`): sums of members and the consortium, never of a person. */
export const publishedOfMoney = { 'budget-threshold-passed': budgetThresholdPassed } as const;

/** An alert as subscribers get it; its id is its owner's and its own name. */
export const publicAlert = (alert: Alert): { name: keyof typeof publishedOfMoney; detail: unknown } => {
  const { version, schema } = budgetThresholdPassed;
  const id = `${alert.owner}.${alertName(alert)}`;
  return { name: 'budget-threshold-passed', detail: schema.parse({ id, version, ...alert }) };
};
