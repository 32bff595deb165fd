import { monthsFrom } from '../../../../layers/kernel/calendar/month.ts';

/**
 * The month (`YYYY-MM`, local) of a patron's last use: under `*` of any checkout, renewal or hold; under a member's id of the last
 * checkout or renewal at its desks. Persons are counted by it without storing who they are; it is erased with the patron.
 */
export type PatronUses = Record<string, string>;

const ANY = '*';

/** The longest period in which persons are counted, in months: an earlier use counts as none. */
export const COUNTED_MONTHS = 36;

/** A use that counts: its local month, and the member at whose desks an item was lent or renewed; a hold has none. */
export type PatronUse = { month: string; member?: string };

/**
 * The whole months since a patron's last use of any kind, last loan anywhere, and last loan at this member; 0 in the same month, null when
 * there was none in 36 months.
 */
export type MonthsSince = { use: number | null; loan: number | null; loanHere: number | null };

const since = (last: string | undefined, month: string): number | null => {
  if (last === undefined) return null;
  const months = Math.max(0, monthsFrom(last, month) - 1);
  return months < COUNTED_MONTHS ? months : null;
};

const latest = (months: readonly string[]): string | undefined => months.toSorted().at(-1);

/** Returns how long ago the patron's earlier uses were. */
export const monthsSince = (uses: PatronUses = {}, { month, member }: PatronUse): MonthsSince => {
  const { [ANY]: any, ...loans } = uses;
  return {
    use: since(any, month),
    loan: since(latest(Object.values(loans)), month),
    loanHere: since(member === undefined ? undefined : loans[member], month),
  };
};

/** Returns the months of last use after another use, without those too old to count; undefined when nothing changes. */
export const usesAfter = (uses: PatronUses = {}, { month, member }: PatronUse): PatronUses | undefined => {
  const now = (name: string): boolean => (uses[name] ?? '') >= month;
  if (now(ANY) && (member === undefined || now(member))) return undefined;
  const later = (name: string): string => latest([uses[name] ?? month, month]) ?? month;
  const counted = Object.entries(uses).filter(([, last]) => since(last, month) !== null);
  return {
    ...Object.fromEntries(counted),
    [ANY]: later(ANY),
    ...(member !== undefined && { [member]: later(member) }),
  };
};

/** Returns the later month of each of two patrons who are one person. */
export const usesOfBoth = (one: PatronUses = {}, other: PatronUses = {}): PatronUses | undefined => {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted();
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, latest([one[name] ?? '', other[name] ?? '']) ?? '']));
};
