import type { PolicyVersion } from '../../../components/policy-versions.ts';

/** The policies of which libraries set values themselves, with the names of these values; of fees also those that the consortium lists. */
export const ownNames = {
  blocks: ['maxLoans', 'maxHolds', 'owedLimit', 'dependantsOwedLimit', 'maxOverdue'],
  fees: ['waiveLimit', 'refundLimit'],
  holds: ['maxDuplicates', 'maxOverdue', 'maxSuspendedDays'],
  notices: ['dueSoonDays', 'cardExpiringDays', 'holdExpiringDays'],
  patrons: ['anonymiseDays', 'anonymiseWithFeesDays', 'historyDays'],
  'resource-sharing': ['loanFee', 'copyFee'],
} as const;

/** A policy of which libraries set values themselves. */
export type OwnKind = keyof typeof ownNames;
export const ownKinds = [
  'blocks',
  'fees',
  'holds',
  'notices',
  'patrons',
  'resource-sharing',
] as const satisfies OwnKind[];

/** A floor and ceiling of a value that libraries set themselves. */
export type OwnBound = NonNullable<PolicyVersion<'floors'>['body']['own']>[number];
export type OwnValues = Readonly<Record<string, number>>;

/** Returns whether a value is an amount of money. */
export const isOwnAmount = (kind: OwnKind, value: string): boolean =>
  kind === 'fees' || kind === 'resource-sharing' || value === 'owedLimit' || value === 'dependantsOwedLimit';

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const valueIn = (values: object | undefined, name: string): number | undefined =>
  numberOf(Object.entries(values ?? {}).find(([one]) => one === name)?.[1]);

type Retention = PolicyVersion<'patrons'>['body']['loans'];

/** Returns how many days loans are stored; undefined where they are stored without end. */
const retentionOf = ({ anonymise, anonymiseWithFees, historyDays }: Retention, name: string): number | undefined => {
  if (name === 'historyDays') return historyDays;
  const rule = name === 'anonymiseDays' ? anonymise : anonymiseWithFees;
  if (rule.when === 'never') return undefined;
  return rule.when === 'after-days' ? rule.days : 0;
};

/** Returns a value as the consortium set it for all libraries. */
export const commonValue = ({ kind, body }: PolicyVersion<OwnKind>, name: string): number | undefined => {
  if (kind === 'fees') return valueIn({ ...body.fees, ...body.desk }, name);
  if (kind === 'patrons') return retentionOf(body.loans, name);
  return valueIn(kind === 'notices' ? body.defaults : body, name);
};

/** Returns the numbers that a library set itself, by the names of their values. */
export const ownNumbers = ({ body }: PolicyVersion<OwnKind>, memberId: string): OwnValues =>
  Object.fromEntries(
    Object.entries(body.members?.[memberId] ?? {}).filter((one): one is [string, number] => typeof one[1] === 'number'),
  );

/** Returns the libraries that set something themselves. */
export const librariesIn = ({ body }: PolicyVersion<OwnKind>): string[] => Object.keys(body.members ?? {});
