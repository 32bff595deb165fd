import type { DecisionFact } from '../functions/circulation/domain/decisions/decision-fact.ts';
import { monthsSince, type PatronUses, usesAfter } from '../functions/patrons/domain/record/patron-uses.ts';
import { daysIn } from '../layers/kernel/calendar/month.ts';
import { shortDigest } from '../layers/kernel/text/digest.ts';
import { branchIds } from './branches.ts';
import { itemCategories } from './item-categories.ts';
import { members } from './members.ts';
import { loansIn, monthsOf, type PastWindow } from './past.ts';
import { hashOf, type Random, randomFrom } from './random.ts';

/** The archive has one of so many simulated loans: all of them would take minutes to write. */
const ONE_OF = 200;
/** One of so many loans is made elsewhere than at the patron's own library, or is of another library's item. */
const AWAY = 10;
const DAY_MS = 86_400_000;
const categories = ['adult', 'adult', 'child', 'student', 'staff'] as const;

type Patron = { member: string; category: string; uses: PatronUses };
type Loan = { id: string; day: string; branch: string; patron: Patron; owner: string; itemCategory: string };
type Act = { decision: 'checkout' | 'renewal' | 'return'; day: string; loan: Loan };

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const memberOf = (branch: string): string => branch.slice(0, branch.indexOf('.'));

const oneOf = <T>(all: readonly T[], random: Random): T => {
  const found = all[Math.floor(random() * all.length)];
  if (found === undefined) throw new RangeError('There is nothing to choose from.');
  return found;
};

/** A member's simulated patrons: half as many as it has loans in a month of the sample. */
const patronsOf = (seed: number, member: (typeof members)[number], month: string): Patron[] =>
  Array.from({ length: Math.max(6, Math.round(loansIn(seed, member, month) / ONE_OF / 2)) }, (_, i) => ({
    ...{ member: member.memberId, uses: {}, category: categories[i % categories.length] ?? 'adult' },
  }));

const loansOf = (seed: number, month: string, patrons: ReadonlyMap<string, readonly Patron[]>): Loan[] =>
  members.flatMap((member) => {
    const random = randomFrom(hashOf(`${seed}/facts/${member.memberId}/${month}`));
    const own = branchIds.filter((branch) => memberOf(branch) === member.memberId);
    const near = (): string => (random() * AWAY < 1 ? oneOf(members, random).memberId : member.memberId);
    return Array.from({ length: Math.round(loansIn(seed, member, month) / ONE_OF) }, (_, i): Loan => {
      const day = dayAfter(`${month}-01`, Math.floor(random() * daysIn(month)));
      const patron = oneOf(patrons.get(near()) ?? [], random);
      const about = { branch: oneOf(own, random), owner: near(), itemCategory: oneOf(itemCategories, random) };
      return { id: `${member.memberId}/${month}/${i}`, day, patron, ...about };
    });
  });

/** Each loan comes back within four weeks; three of ten are renewed first. */
const actsOf = (loan: Loan): Act[] => {
  const random = randomFrom(hashOf(loan.id));
  const [renewed, days] = [random() < 0.3, 1 + Math.floor(random() * 27)];
  return [
    { decision: 'checkout', day: loan.day, loan },
    ...(renewed ? [{ decision: 'renewal' as const, day: dayAfter(loan.day, days), loan }] : []),
    { decision: 'return', day: dayAfter(loan.day, renewed ? days + 14 : days), loan },
  ];
};

const factOf = ({ decision, day: localDay, loan }: Act): DecisionFact => {
  const { id, branch, patron, owner, itemCategory } = loan;
  const [member, isUse] = [memberOf(branch), decision !== 'return'];
  const use = { month: localDay.slice(0, 7), member };
  const since = isUse ? monthsSince(patron.uses, use) : { use: null, loan: null, loanHere: null };
  if (isUse) patron.uses = usesAfter(patron.uses, use) ?? patron.uses;
  const localHour = 10 + (hashOf(id) % 7);
  const daysOnLoan = decision === 'checkout' ? null : (Date.parse(localDay) - Date.parse(loan.day)) / DAY_MS;
  return {
    ...{
      eventId: shortDigest(`synthetic ${id} ${decision}`),
      schemaVersion: 1,
      decision,
      outcome: 'allowed',
      codes: '',
    },
    // Four hours behind all year round: a simulation needs no daylight saving time.
    ...{ utcHour: `${localDay}T${localHour + 4}`, localDay, localHour, weekday: new Date(localDay).getUTCDay() || 7 },
    ...{
      zone: 'America/New_York',
      owner,
      itemBranch: `${owner}.main`,
      location: 'stacks',
      itemCategory,
      itemPrice: 500 + 5 * (hashOf(id) % 900),
      interlibrary: 0,
      equipment: 0,
    },
    ...{ branch, member, patronMember: patron.member, patronCategory: patron.category },
    ...{ channel: decision === 'renewal' ? 'patron' : 'desk', ruleId: 'base', policyVersion: 1 },
    ...{ loansBefore: isUse ? 1 : null, holdsBefore: isUse ? 0 : null, owedBefore: isUse ? 0 : null },
    ...{ overdueBefore: isUse ? 0 : null, accruedBefore: isUse ? 0 : null, groupsBefore: null, residence: null },
    ...{ renewalsBefore: 0, daysGranted: isUse ? 28 : null, daysOnLoan, daysLate: daysOnLoan === null ? null : 0 },
    ...{ monthsSinceUse: since.use, monthsSinceLoan: since.loan, monthsSinceLoanHere: since.loanHere },
  };
};

/**
 * Returns simulated decisions of the months of a window: one in two hundred of the loans of the simulated use, with renewals and returns,
 * persons counted by the marks that real patrons have. It depends on window and seed only, and has nothing after the window.
 */
export const pastFacts = (window: PastWindow): DecisionFact[] => {
  const months = monthsOf(window);
  const patrons = new Map(
    members.map((one) => [one.memberId, patronsOf(window.seed, one, months[0] ?? window.before)]),
  );
  return months
    .flatMap((month) => loansOf(window.seed, month, patrons))
    .flatMap(actsOf)
    .filter(({ day }) => day < `${window.before}-01`)
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map(factOf);
};
