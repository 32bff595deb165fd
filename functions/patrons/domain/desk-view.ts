import * as z from 'zod';
import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { paramsSchema } from '../../../layers/kernel/params.ts';
import type { BlockThresholds } from '../../../layers/records/policies/domain/blocks.ts';
import { refusalOf } from '../../circulation/domain/findings.ts';
import { limitFindings, owedLimit, statusFindings } from '../../circulation/domain/patron-checks.ts';
import type { Limit, PatronStatus } from './patron-status.ts';
import { type Person, personNameSchema, personSchema } from './person.ts';

const reasonSchema = z.strictObject({ code: z.string(), detail: z.string(), params: paramsSchema.optional() });
const blockSchema = z.strictObject({
  code: z.string(),
  scope: z.string(),
  since: z.string(),
  by: z.string(),
  exceptAtHome: z.literal(true).optional(),
});

const seenEverywhere = {
  patronId: z.string(),
  name: personNameSchema,
  homeMember: z.string(),
  /** The state of the card that was shown. */
  cardState: z.enum(['good', 'expired']),
  mayBorrow: z.boolean(),
  /** What the patron owes all members together, in minor units. */
  owed: z.number().int(),
  /** What is owed is in; absent as long as no loan rules are adopted, when nothing can be owed. */
  currency: z.string().optional(),
};

/**
 * A patron as a desk sees them. Elsewhere than at home that is the name, whether the card is good, may or may not borrow,
 * and the amount owed (design.md section 10); at home everything.
 */
export const deskViewSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('elsewhere'), ...seenEverywhere }),
  z.strictObject({
    at: z.literal('home'),
    ...seenEverywhere,
    card: z.string(),
    homeBranch: z.string(),
    category: z.string(),
    expiresOn: z.string(),
    minor: z.boolean(),
    department: z.string().optional(),
    guarantorId: z.string().optional(),
    /** Statistical classes, by name and code. */
    classes: z.record(z.string(), z.string()),
    /** Which version of the patron's description this is: an edit names it, so that nobody's is overwritten unseen. */
    version: z.number().int(),
    loans: z.number().int(),
    holds: z.number().int(),
    blocks: z.array(blockSchema),
    /** Why the patron may not borrow; empty when they may. */
    reasons: z.array(reasonSchema),
    person: personSchema,
  }),
]);
export type DeskView = z.infer<typeof deskViewSchema>;

/** Where and when a desk looks, with the branch's own clock and the consortium's thresholds and currency (none when none are adopted). */
export type Desk = {
  branchId: string;
  calendar: BranchCalendar;
  at: string;
  thresholds: BlockThresholds | undefined;
  currency: string | undefined;
};

type Seen = { status: PatronStatus; person: Person; card: string; version: number };

/** Every reason why the patron may not borrow at this desk. */
export const reasonsAgainst = (status: PatronStatus, desk: Desk): z.infer<typeof reasonSchema>[] => {
  const { thresholds, currency } = desk;
  const limits: Limit[] = [
    ...(thresholds ? [{ counter: 'loans' as const, below: thresholds.maxLoans }] : []),
    ...(thresholds && currency !== undefined ? [owedLimit(thresholds.owedLimit, currency)] : []),
  ];
  const members = [memberOfBranch(desk.branchId)];
  return [...statusFindings(status, members, desk.calendar, desk.at), ...limitFindings(status, limits)]
    .filter(({ passed }) => !passed)
    .map(refusalOf)
    .map(({ code, detail, params }) => ({ code, detail, ...(params && { params }) }));
};

/** What a desk sees of a patron: all at the patron's home member, little elsewhere. */
export const seenFrom = ({ status, person, card, version }: Seen, desk: Desk): DeskView => {
  const { patronId, homeMember, homeBranch, category, expiresOn, minor, guarantorId, blocks, counters } = status;
  const reasons = reasonsAgainst(status, desk);
  const little = {
    patronId,
    name: person.name,
    homeMember,
    cardState: reasons.some(({ code }) => code === 'card-expired') ? ('expired' as const) : ('good' as const),
    mayBorrow: reasons.length === 0,
    owed: counters.owed,
    ...(desk.currency !== undefined && { currency: desk.currency }),
  };
  if (memberOfBranch(desk.branchId) !== homeMember) return { at: 'elsewhere', ...little };
  const { loans, holds } = counters;
  const guarantor = guarantorId === undefined ? {} : { guarantorId };
  const { classes = {}, department } = status;
  const more = {
    classes,
    version,
    card,
    homeBranch,
    category,
    expiresOn,
    minor,
    ...guarantor,
    ...(department !== undefined && { department }),
    loans,
    holds,
    blocks,
    reasons,
    person,
  };
  return { at: 'home', ...little, ...more };
};
