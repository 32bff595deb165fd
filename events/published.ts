import type * as z from 'zod';
import type { RelayedFact } from '../layers/domain/circulation/relay.ts';
import { event as holdFulfilled } from './hold-fulfilled/event.ts';
import { event as holdPlaced } from './hold-placed/event.ts';
import { event as itemCheckedIn } from './item-checked-in/event.ts';
import { event as itemCheckedOut } from './item-checked-out/event.ts';
import { event as itemLost } from './item-lost/event.ts';
import { event as loanRenewed } from './loan-renewed/event.ts';

/** Every fact that outsiders may subscribe to, by its name on the bus. */
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
