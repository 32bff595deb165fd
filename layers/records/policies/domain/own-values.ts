import * as z from 'zod';

/**
 * The names of the values of limits, of rules for holds and of how long loans are stored that members may set for their own patrons, and of fees for what they lend to
 * other members.
 */
export const ownNames = {
  blocks: ['maxLoans', 'maxHolds', 'owedLimit', 'dependantsOwedLimit', 'maxOverdue'],
  holds: ['maxDuplicates', 'maxOverdue', 'maxSuspendedDays'],
  patrons: ['anonymiseDays', 'anonymiseWithFeesDays', 'historyDays'],
  'resource-sharing': ['loanFee', 'copyFee'],
} as const;

/** The name of a policy of which members set values themselves. */
export const ownKinds = ['blocks', 'fees', 'holds', 'notices', 'patrons', 'resource-sharing'] as const;
export type OwnKind = (typeof ownKinds)[number];

const most = 100_000_000;

/** Whole numbers by the names of their values; amounts in minor units. */
export const ownValuesSchema = z.record(z.string().max(40), z.int().min(0).max(most));
export type OwnValues = Readonly<z.infer<typeof ownValuesSchema>>;

/** What members set themselves in a policy, by member. */
export const membersSettingSchema = z.record(z.string().min(2).max(32), ownValuesSchema);

/** Returns whether members set only values with these names. */
export const haveNames =
  (names: readonly string[]) =>
  ({ members = {} }: { members?: z.infer<typeof membersSettingSchema> | undefined }): boolean =>
    Object.values(members).every((own) => Object.keys(own).every((name) => names.includes(name)));

/** A value that the consortium lets members set themselves, with its floor and ceiling. */
export const ownBoundSchema = z
  .strictObject({
    kind: z.enum(ownKinds),
    value: z
      .string()
      .max(40)
      .regex(/^[a-zA-Z0-9-]+$/),
    min: z.int().min(0).max(most).optional(),
    max: z.int().min(0).max(most).optional(),
    alone: z.boolean().optional().describe('Whether one person of a member changes it alone'),
  })
  .refine(({ min = 0, max = most }) => min <= max, 'the floor is above the ceiling');
export type OwnBound = z.infer<typeof ownBoundSchema>;

/** The values that members set themselves, of the floors and ceilings. */
type Floors = { own?: readonly OwnBound[] | undefined };

/** A value that a member may not set so: it is not open to members, or a bound does not allow it. */
export type OwnFault = { value: string; by: 'closed' } | { value: string; by: 'floor' | 'ceiling'; bound: number };

/** Returns the bound of a value; undefined for one that members do not set. */
export const ownBoundOf = (floors: Floors | undefined, kind: OwnKind, value: string): OwnBound | undefined =>
  floors?.own?.find((one) => one.kind === kind && one.value === value);

/** Returns the values that a member may not set so. */
export const ownFaults = (floors: Floors | undefined, kind: OwnKind, values: OwnValues): OwnFault[] =>
  Object.entries(values).flatMap(([value, wanted]): OwnFault[] => {
    const bound = ownBoundOf(floors, kind, value);
    if (!bound) return [{ value, by: 'closed' }];
    const { min = 0, max = most } = bound;
    if (wanted < min) return [{ value, by: 'floor', bound: min }];
    return wanted > max ? [{ value, by: 'ceiling', bound: max }] : [];
  });

type Setting = { members?: Readonly<Record<string, OwnValues>> | undefined };

/**
 * Returns what a member set itself in a policy, limited to the floors and ceilings of now: those that were adopted after its values apply
 * to them too.
 */
export const ownValuesIn = (
  { members = {} }: Setting,
  { floors, kind, memberId }: { floors: Floors | undefined; kind: OwnKind; memberId: string },
): OwnValues => {
  const own = Object.hasOwn(members, memberId) ? members[memberId] : undefined;
  return Object.fromEntries(
    Object.entries(own ?? {}).map(([value, wanted]) => {
      const { min = 0, max = most } = ownBoundOf(floors, kind, value) ?? {};
      return [value, Math.min(max, Math.max(min, wanted))];
    }),
  );
};
