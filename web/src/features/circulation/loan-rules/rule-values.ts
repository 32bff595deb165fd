import { rowsOf } from '../../../components/policy-columns.ts';
import type { PolicyRow, PolicyValues } from '../../../components/policy-values.ts';
import { changedValues } from './merge-rule.ts';
import type { AdoptedRule } from './use-adopt-rule.ts';

/** The values that a rule sets. */
export type RuleValues = AdoptedRule['values'];
type Minor = (text: string) => number | undefined;
type Typed = (minor: number) => string;

/** Values that are yes or no. */
export const yesOrNo = [
  ...(['lendable', 'requestOnly', 'holdable', 'recallable', 'recallExtendsOverdue', 'finesWhenClosed'] as const),
  ...(['lostAtPrice', 'lostProcessingRefunded', 'lostRefunded', 'lostRestoresOverdue'] as const),
] satisfies (keyof RuleValues)[];

/** Whole numbers with the least and the most that each may be. */
export const wholes = {
  ...{ renewals: [0, 100], graceDays: [0, 60], graceMinutes: [0, 1440], holdShelfDays: [1, 60] },
  ...{ recallGuaranteedDays: [0, 3650], recallReturnDays: [0, 3650] },
} as const satisfies Partial<Record<keyof RuleValues, readonly [number, number]>>;

/** Whole numbers that may also be unlimited. */
export const wholesOrNone = {
  ...{ autoRenewDays: [0, 30], maxHolds: [0, 1000], lostAfterDays: [1, 3650], lostCreditDays: [0, 3650] },
} as const satisfies Partial<Record<keyof RuleValues, readonly [number, number]>>;

/** Amounts of money. */
export const amounts = [
  ...(['finePerDay', 'finePerHour', 'lostCharge', 'lostProcessing', 'damageCharge'] as const),
] satisfies (keyof RuleValues)[];

/** The text for "no limit" in a rule, in which an empty text leaves the value to the next rule. */
export const NO_LIMIT = '-';

/** Returns the percentage of a text such as "50 %"; undefined when it is none. */
export const percentOf = (text: string): number | undefined => {
  const number = /^(\d{1,4}) ?%$/.exec(text.trim())?.[1];
  return number !== undefined && Number(number) <= 1000 ? Number(number) : undefined;
};

const orNone = (value: number | null | undefined, none: string, text: (value: number) => string = String): string => {
  if (value === undefined) return '';
  return value === null ? none : text(value);
};

const capText = (cap: RuleValues['fineCap'], none: string, typed: Typed): string =>
  typeof cap === 'object' && cap !== null ? `${cap.percentOfPrice} %` : orNone(cap, none, typed);

const textOf = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === undefined ? '' : String(value);
};

/** Returns the values of a rule as typed; `none` is the text for "no limit", `typed` writes an amount in major units. */
export const enteredValues = (values: RuleValues, none: string, typed: Typed): PolicyValues => {
  const { loanPeriod, maxLoans, fineCap, closedDays, dueCeilings = [], limits = [] } = values;
  const hours = loanPeriod && 'hours' in loanPeriod ? loanPeriod.hours : undefined;
  const days = loanPeriod && 'days' in loanPeriod ? loanPeriod.days : undefined;
  return {
    texts: {
      ...Object.fromEntries([...yesOrNo, ...Object.keys(wholes)].map((name) => [name, textOf(Object(values)[name])])),
      ...Object.fromEntries(Object.keys(wholesOrNone).map((name) => [name, orNone(Object(values)[name], none)])),
      ...Object.fromEntries(amounts.map((name) => [name, orNone(values[name], none, typed)])),
      ...{ days: textOf(days), hours: textOf(hours), fineCap: capText(fineCap, none, typed) },
      maxLoans: orNone(maxLoans === null ? null : maxLoans?.limit, none),
      maxLoansGroup: maxLoans?.group ?? '',
      closedDays: closedDays === null ? NO_LIMIT : textOf(closedDays),
    },
    lists: {
      dueCeilings: dueCeilings.map((texts): PolicyRow => ({ texts })),
      limits: limits.map(({ group, limit }): PolicyRow => ({ texts: { group, limit: String(limit) } })),
    },
  };
};

const strategies = ['later', 'earlier', 'keep'] as const;

type Reads = (text: string) => unknown;

/** Reads each value of a rule from the texts of its fields; undefined leaves the value to the next rule. */
const readers = (none: string, minor: Minor): Readonly<Record<string, Reads>> => {
  const unlessNone =
    (read: Reads): Reads =>
    (text) => {
      if (text === none) return null;
      return text === '' ? undefined : read(text);
    };
  const unlessEmpty =
    (read: Reads): Reads =>
    (text) =>
      text === '' ? undefined : read(text);
  const of = (names: readonly string[], read: Reads) => Object.fromEntries(names.map((name) => [name, read]));
  return {
    ...of(
      yesOrNo,
      unlessEmpty((text) => text === 'yes'),
    ),
    ...of(Object.keys(wholes), unlessEmpty(Number)),
    ...of(Object.keys(wholesOrNone), unlessNone(Number)),
    ...of(amounts, unlessEmpty(minor)),
    fineCap: unlessNone((text) => {
      const percent = percentOf(text);
      return percent === undefined ? minor(text) : { percentOfPrice: percent };
    }),
    closedDays: unlessEmpty((text) => strategies.find((one) => one === text) ?? null),
  };
};

/** Returns the values of a rule as entered. */
const valuesEntered = ({ texts, lists }: PolicyValues, none: string, minor: Minor): RuleValues => {
  const text = (name: string): string => (texts[name] ?? '').trim();
  const rows = rowsOf({ texts, lists });
  const read = Object.entries(readers(none, minor)).map(([name, reads]) => [name, reads(text(name))] as const);
  const group = text('maxLoansGroup');
  const limit = text('maxLoans');
  return {
    ...(Object.fromEntries(read.filter(([, value]) => value !== undefined)) as RuleValues),
    ...(text('days') !== '' && { loanPeriod: { days: Number(text('days')) } }),
    ...(text('hours') !== '' && { loanPeriod: { hours: Number(text('hours')) } }),
    ...(limit === none && { maxLoans: null }),
    ...(limit !== none && limit !== '' && { maxLoans: { limit: Number(limit), ...(group !== '' && { group }) } }),
    ...(rows('dueCeilings').length > 0 && {
      dueCeilings: rows('dueCeilings').map(({ from = '', to = '', due = '' }) => ({ from, to, due })),
    }),
    ...(rows('limits').length > 0 && {
      limits: rows('limits').map((row) => ({ group: (row.group ?? '').trim(), limit: Number(row.limit) })),
    }),
  };
};

export type Editing = {
  /** The text for "no limit". */
  none: string;
  /** Reads an amount in major units; undefined when it cannot be read. */
  minor: Minor;
  /** Writes an amount in major units. */
  typed: Typed;
};

/** Returns a rule's values with those that were edited; all others stay as they are. */
export const editedValues = (
  before: RuleValues,
  entered: PolicyValues,
  { none, minor, typed }: Editing,
): RuleValues => {
  const start = valuesEntered(enteredValues(before, none, typed), none, minor);
  const now = valuesEntered(entered, none, minor);
  const changed = changedValues(start, now);
  const of = (values: RuleValues, isChanged: boolean) =>
    Object.entries(values).filter(([name]) => changed.includes(name) === isChanged);
  return Object.fromEntries([...of(before, false), ...of(now, true)]);
};
