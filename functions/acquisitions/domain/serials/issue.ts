import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { barcodeSchema } from '../../../catalogue/public/barcode-schema.ts';
import { claimSchema, MOST_CLAIMS } from '../claims.ts';
import { seriesKinds } from './pattern.ts';

/** How many items are made of copies of an issue at once: with what is predicted, one transaction writes them. */
export const MOST_BARCODES = 10;

/** How many copies of an issue a library gets at most. */
export const MOST_COPIES = 50;

/** The id of a subscription, and that of an issue in it: its day, the version of the pattern, the series and the place in it. */
export const subscriptionIdSchema = z.string().min(1).max(40);
export const issueIdSchema = z.string().regex(/^\d{4}-\d\d-\d\d\.\d{1,2}\.[a-z]{5,10}\.\d{1,5}$/);

/**
 * `expected` and `partly-arrived` are awaited, also when late or claimed. `missing` was given up with a reason, `not-issued` never
 * appeared.
 */
export const issueStates = ['expected', 'partly-arrived', 'arrived', 'missing', 'not-issued'] as const;

/** Why an issue is given up. */
export const missingReasons = ['never-received', 'sold-out', 'damaged', 'lost'] as const;

const receivedSchema = z.strictObject({
  ...{ at: z.iso.datetime(), by: z.string() },
  /** The item of the catalogue that was made of the copy. */
  itemId: z.string().exactOptional(),
});

/** An issue of a subscription. `v` counts its changes; one that was only predicted has 1. */
export const issueSchema = z
  .strictObject({
    ...{ memberId: memberIdSchema, subscriptionId: subscriptionIdSchema, issueId: issueIdSchema },
    ...{ kind: z.enum(seriesKinds), version: z.int().min(1), place: z.int().min(1) },
    /** The day that it bears, what it is called, and when it is expected. */
    ...{ on: z.iso.date(), label: z.string(), expectedOn: z.iso.date() },
    numbers: z.array(z.int()).max(6),
    through: z.int().exactOptional(),
    cover: z.strictObject({ by: z.string(), codes: z.array(z.string()) }).exactOptional(),
    state: z.enum(issueStates),
    copies: z.int().min(1).max(MOST_COPIES),
    received: z.array(receivedSchema).max(MOST_COPIES),
    claims: z.array(claimSchema).max(MOST_CLAIMS),
    /** The day that the vendor named. */
    delayedUntil: z.iso.date().exactOptional(),
    reason: z.enum(missingReasons).exactOptional(),
    v: z.int().min(1),
  })
  .meta({ id: 'SerialIssue' });
export type Issue = z.infer<typeof issueSchema>;

/** Returns whether an issue is still waited for. */
export const isAwaited = ({ state }: Pick<Issue, 'state'>): boolean =>
  state === 'expected' || state === 'partly-arrived';

/** Returns whether a library has copies of an issue, also when the others were given up. */
export const isHeld = ({ received }: Pick<Issue, 'received'>): boolean => received.length > 0;

/** Returns whether nothing was done with an issue since it was predicted, so that a new prediction may replace it. */
export const isUntouched = ({ v }: Pick<Issue, 'v'>): boolean => v === 1;

const copies = z.int().min(1).max(MOST_COPIES);

/** What a person does with an issue. */
export const issueStepSchema = z.discriminatedUnion('act', [
  /** Copies arrived. Each barcode makes an item of the catalogue of one of them. */
  z.strictObject({
    act: z.literal('receive'),
    copies,
    barcodes: z
      .array(barcodeSchema)
      .max(MOST_BARCODES)
      .refine((all) => new Set(all).size === all.length, 'A barcode is of one copy')
      .exactOptional(),
  }),
  /** Takes back the last copies that were received. `leavesItems`: their items are withdrawn in the catalogue. */
  z.strictObject({ act: z.literal('undo'), copies, leavesItems: z.literal(true).exactOptional() }),
  z.strictObject({ act: z.literal('missing'), reason: z.enum(missingReasons) }),
  /** The vendor named another day. */
  z.strictObject({ act: z.literal('delay'), until: z.iso.date() }),
  /** It did not appear, or it is waited for again. */
  z.strictObject({ act: z.enum(['not-issued', 'await']) }),
]);
export type IssueStep = z.infer<typeof issueStepSchema>;

const stateOf = (issue: Issue, count: number): Issue['state'] =>
  count === 0 ? 'expected' : count < issue.copies ? 'partly-arrived' : 'arrived';

type Taken = { by: string; at: string; itemIds?: readonly string[] };
type Refused = 'issue-state' | 'bad-copies' | 'item-was-made';

const received = (issue: Issue, count: number, { by, at, itemIds = [] }: Taken): Issue | Refused => {
  if (!isAwaited(issue)) return 'issue-state';
  if (count > issue.copies - issue.received.length || itemIds.length > count) return 'bad-copies';
  const more = Array.from({ length: count }, (_, place) => {
    const itemId = itemIds[place];
    return { at, by, ...(itemId !== undefined && { itemId }) };
  });
  const all = [...issue.received, ...more];
  return { ...issue, received: all, state: stateOf(issue, all.length) };
};

/** Returns an issue after a step, or why it cannot be taken. */
export const afterIssueStep = (issue: Issue, step: IssueStep, taken: Taken): Issue | Refused => {
  const { delayedUntil: _delayed, reason: _reason, ...rest } = issue;
  const after = { ...issue, v: issue.v + 1 };
  switch (step.act) {
    case 'receive':
      return received(after, step.copies, taken);
    case 'undo': {
      const left = issue.received.slice(0, -step.copies);
      const back = issue.received.slice(-step.copies);
      if (issue.state === 'missing' || issue.state === 'not-issued') return 'issue-state';
      if (step.copies > issue.received.length) return 'bad-copies';
      if (!step.leavesItems && back.some(({ itemId }) => itemId !== undefined)) return 'item-was-made';
      return { ...after, received: left, state: stateOf(issue, left.length) };
    }
    case 'missing':
      return isAwaited(issue) ? { ...after, state: 'missing', reason: step.reason } : 'issue-state';
    case 'not-issued':
      return issue.state === 'expected' ? { ...after, state: 'not-issued' } : 'issue-state';
    case 'delay':
      return isAwaited(issue) ? { ...after, delayedUntil: step.until } : 'issue-state';
    case 'await':
      return issue.state === 'missing' || issue.state === 'not-issued'
        ? { ...rest, v: after.v, state: stateOf(issue, issue.received.length) }
        : 'issue-state';
  }
};

/** Returns an issue that was claimed on a day: the day that the vendor named before counts no more. */
export const afterClaim = ({ delayedUntil: _, ...issue }: Issue, on: string): Issue => ({
  ...issue,
  claims: [...issue.claims, { number: issue.claims.length + 1, on }],
  v: issue.v + 1,
});

/**
 * Where a received copy goes. A copy goes round by the routing list or to who placed a hold, never both: the desk checks in an item, and
 * finds its hold there.
 */
export type Destination = 'routing' | 'holds-then-routing' | 'shelf';

/** Returns where the first copy of an issue goes; the others go to the shelf. Only an item can have a hold. */
export const destinationOf = (
  { routing, routingFirst }: { routing: readonly string[]; routingFirst: boolean },
  hasItem: boolean,
): Destination => {
  if (routing.length === 0) return 'shelf';
  return routingFirst || !hasItem ? 'routing' : 'holds-then-routing';
};
