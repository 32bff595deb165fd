import * as z from 'zod';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { type Person, personNameSchema, personSchema, shownName } from '../identity/person.ts';
import { appliesOn } from '../record/blocks.ts';
import { type BorrowingResult, borrowingReasonSchema } from '../record/borrowing-checks.ts';
import { type ContactConsents, contactConsentsSchema } from '../record/contact-consents.ts';
import { type Note, noteSchema, notesFor } from '../record/note.ts';
import { blockedActs, type PatronStatus } from '../record/patron-status.ts';

const blockSchema = z.strictObject({
  code: z.string(),
  scope: z.string(),
  since: z.string(),
  by: z.string(),
  exceptAtHome: z.literal(true).optional(),
  until: z.string().optional(),
  stops: z.array(z.enum(blockedActs)).optional(),
});

const seenEverywhere = {
  patronId: z.string(),
  /** The name by which the patron is called; `person` at home has the legal one too. */
  name: personNameSchema,
  homeMember: z.string(),
  /** The state of the card that was shown. */
  cardState: z.enum(['good', 'expired']),
  mayBorrow: z.boolean(),
  /** The patron's debt to all members, in minor units. */
  owed: z.number().int(),
  /** The currency of the debt; absent while no loan rules are adopted, when there can be no debt. */
  currency: z.string().optional(),
  /** The notes that this desk reads: alerts first; a reason of a block names it. */
  notes: z.array(noteSchema),
  /** At home all blocks that apply today; elsewhere those that this member set. */
  blocks: z.array(blockSchema),
};

/**
 * A patron as a desk sees them. Other members see the name, whether the card is valid, whether the patron may borrow, the amount owed, and
 * the blocks that they set; the home member sees everything.
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
    residence: z.string().optional(),
    guarantorId: z.string().optional(),
    /** Statistical classes, by name and code. */
    classes: z.record(z.string(), z.string()),
    /** The version of the patron's description: an edit names it, so that no change is overwritten unseen. */
    version: z.number().int(),
    loans: z.number().int(),
    holds: z.number().int(),
    /** The reason why the patron may not borrow; empty when they may. */
    reasons: z.array(borrowingReasonSchema),
    person: personSchema,
    contactConsents: contactConsentsSchema,
  }),
]);
export type DeskView = z.infer<typeof deskViewSchema>;

type Shown = {
  status: PatronStatus;
  person: Person;
  contactConsents?: ContactConsents | undefined;
  card: string;
  version: number;
  notes?: readonly Note[];
};

/** Returns a desk's view of a patron on a day there: everything at the patron's home member, little elsewhere. */
export const deskView = (
  { status, person, contactConsents = {}, card, version, notes = [] }: Shown,
  { branchId, day }: { branchId: string; day: string },
  { reasons, currency }: BorrowingResult,
): DeskView => {
  const { patronId, homeMember, homeBranch, category, expiresOn, minor, guarantorId, blocks, counters } = status;
  const [here, applying] = [memberOfBranch(branchId), blocks.filter((block) => appliesOn(block, day))];
  const little = {
    patronId,
    name: shownName(person),
    homeMember,
    cardState: reasons.some(({ code }) => code === 'card-expired') ? ('expired' as const) : ('good' as const),
    mayBorrow: reasons.length === 0,
    owed: counters.owed,
    ...(currency !== undefined && { currency }),
    notes: notesFor(notes, status, here, day),
    blocks: here === homeMember ? applying : applying.filter(({ scope }) => scope === here),
  };
  if (here !== homeMember) return { at: 'elsewhere', ...little };
  const { loans, holds } = counters;
  const guarantor = guarantorId === undefined ? {} : { guarantorId };
  const { classes = {}, department, residence } = status;
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
    ...(residence !== undefined && { residence }),
    loans,
    holds,
    reasons,
    person,
    contactConsents,
  };
  return { at: 'home', ...little, ...more };
};
