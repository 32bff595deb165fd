import * as z from 'zod';
import { dayInZone, isTimeZone } from '../../../kernel/calendar/time-zone.ts';
import { itemTypeSchema } from '../../../kernel/identity/item-codes.ts';
import { memberIdSchema } from '../../../kernel/identity/member-id.ts';
import { oneLine } from '../../../kernel/text/typed-text.ts';
import { boundable } from './floors.ts';
import { ownNames } from './own-values.ts';
import { policyKind } from './policy-kind.ts';

/** The values that an exception can set, by the policy that sets them for all other members. */
export const exceptionValues = { 'loan-rules': boundable, blocks: ownNames.blocks } as const;

/** One value that the consortium's rules, floors and ceilings do not decide for one member until a day. */
export const exceptionSchema = z
  .strictObject({
    // Loans and the decision log name it where they name a rule.
    id: z.string().regex(/^exception-[1-9]\d{0,5}$/),
    memberId: memberIdSchema,
    kind: z.enum(['loan-rules', 'blocks']),
    value: z.string().max(40),
    itemCategory: itemTypeSchema.exactOptional().describe('Only this item type; all when absent'),
    patronCategory: z.string().min(1).max(40).exactOptional().describe('Only this category; all when absent'),
    amount: z.int().min(0).max(1_000_000_00).describe('Amounts of money in minor units'),
    untilDay: z.iso.date().describe('Its last day, in the time zone of the policy'),
    reason: oneLine(300),
    /** The decision of a body that granted it: an item of a meeting’s agenda. */
    decidedIn: z
      .strictObject({ bodyId: z.string().max(40), meetingId: z.string().max(40), number: z.int().min(1) })
      .exactOptional(),
  })
  .refine(
    ({ kind, value }) => (exceptionValues[kind] as readonly string[]).includes(value),
    'no exception sets this value',
  )
  .refine(
    ({ kind, itemCategory, patronCategory }) =>
      kind !== 'blocks' || (itemCategory === undefined && patronCategory === undefined),
    'limits of patrons are the same for all item types and categories',
  );
export type Exception = z.infer<typeof exceptionSchema>;

const scopeOf = ({ memberId, kind, value, itemCategory = '', patronCategory = '' }: Exception): string =>
  [memberId, kind, value, itemCategory, patronCategory].join(' ');

const areDistinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

/** The exceptions of members from the consortium's rules. Each ends with its last day, without another decision. */
export const exceptionsSchema = z.strictObject({
  zone: z.string().refine(isTimeZone, 'no such time zone').describe('The time zone of the last days'),
  exceptions: z
    .array(exceptionSchema)
    .max(500)
    .refine((all) => areDistinct(all.map(({ id }) => id)), 'two exceptions bear the same id')
    .refine((all) => areDistinct(all.map(scopeOf)), 'two exceptions set the same value'),
});
export type Exceptions = z.infer<typeof exceptionsSchema>;

export const exceptionsKind = policyKind('exceptions', exceptionsSchema);

/** Returns the exceptions that have not ended at an instant; none where no policy of exceptions is in force. */
export const exceptionsAt = (inForce: { body: Exceptions } | undefined, at: string): Exception[] => {
  if (!inForce) return [];
  const { zone, exceptions } = inForce.body;
  const day = dayInZone(zone, at);
  return exceptions.filter(({ untilDay }) => day <= untilDay);
};

/** The member for which a value of a loan is decided, and what a narrower exception may name. */
type Scope = { memberId: string; itemCategory: string; patronCategory: string };

const width = ({ itemCategory, patronCategory }: Exception): number =>
  (itemCategory === undefined ? 2 : 0) + (patronCategory === undefined ? 1 : 0);

/** Returns the exception that sets a value of a loan: the narrowest one, of an item type before that of a category of patrons. */
export const loanException = (
  exceptions: readonly Exception[],
  value: (typeof boundable)[number],
  of: Scope,
): Exception | undefined =>
  exceptions
    .filter(
      (one) =>
        one.kind === 'loan-rules' &&
        one.value === value &&
        one.memberId === of.memberId &&
        (one.itemCategory ?? of.itemCategory) === of.itemCategory &&
        (one.patronCategory ?? of.patronCategory) === of.patronCategory,
    )
    .toSorted((one, other) => width(one) - width(other))[0];

/** Returns the limits of patrons that exceptions set for a member, by their names. */
export const excepted = (exceptions: readonly Exception[], memberId: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    exceptions
      .filter((one) => one.kind === 'blocks' && one.memberId === memberId)
      .map(({ value, amount }) => [value, amount]),
  );
