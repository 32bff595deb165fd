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
type Act = {
  decision: 'checkout' | 'renewal' | 'return' | 'hold';
  day: string;
  loan: Loan;
  /** Refused for this code. */
  refused?: string;
  renewals?: number;
  daysLate?: number;
};

/** The item types that libraries lend out. */
const lent = itemCategories.filter((one) => !['journal', 'map', 'confidential', 'special-collection'].includes(one));

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
      const about = { branch: oneOf(own, random), owner: near(), itemCategory: oneOf(lent, random) };
      return { id: `${member.memberId}/${month}/${i}`, day, patron, ...about };
    });
  });

/** The days of a loan period, and of a loan that comes back late. */
const PERIOD = 21;

/**
 * Each loan comes back within its time, or one of twelve up to three weeks later; three of ten are renewed first. One of thirty was refused before,
 * because of debts that were then paid, and with one of six a hold is placed.
 */
const actsOf = (loan: Loan): Act[] => {
  const random = randomFrom(hashOf(loan.id));
  const [renewed, days] = [random() < 0.3, 1 + Math.floor(random() * (PERIOD - 1))];
  const daysLate = random() < 1 / 12 ? 1 + Math.floor(random() * 20) : 0;
  const [wasRefused, isHeld] = [random() < 1 / 30, random() < 1 / 6];
  const renewals = Number(renewed);
  const back = daysLate > 0 ? PERIOD * (1 + renewals) + daysLate : renewed ? days + 14 : days;
  return [
    ...(wasRefused ? [{ decision: 'checkout' as const, day: loan.day, loan, refused: 'owed-over-limit' }] : []),
    ...(isHeld ? [{ decision: 'hold' as const, day: loan.day, loan }] : []),
    { decision: 'checkout', day: loan.day, loan },
    ...(renewed ? [{ decision: 'renewal' as const, day: dayAfter(loan.day, days), loan }] : []),
    { decision: 'return', day: dayAfter(loan.day, back), loan, renewals, daysLate },
  ];
};

/** The limit of debts of the demo, in minor units: who was refused owed more. */
const OWED_LIMIT = 2500;

/** What the patron had before: few loans and holds, seldom many; most owe nothing. */
const countersOf = ({ loan: { id }, refused, decision }: Act) => {
  const hash = hashOf(`${id} ${decision} counters`);
  const owed = hash % 5 === 0 ? (hash % 24) * 100 : 0;
  return {
    loansBefore: hash % 97 === 0 ? 40 + (hash % 20) : hash % 9,
    holdsBefore: hash % 89 === 0 ? 20 + (hash % 10) : hash % 6,
    owedBefore: refused === undefined ? owed : OWED_LIMIT + 100 + (hash % 30) * 100,
  };
};

const factOf = (act: Act): DecisionFact => {
  const { decision, day: localDay, loan, refused, renewals = 0, daysLate = 0 } = act;
  const { id, branch, patron, owner, itemCategory } = loan;
  const [member, isUse] = [memberOf(branch), decision !== 'return' && refused === undefined];
  const hasItem = decision !== 'hold';
  const counters = decision === 'return' ? { loansBefore: null, holdsBefore: null, owedBefore: null } : countersOf(act);
  const use = { month: localDay.slice(0, 7), member };
  const since = isUse ? monthsSince(patron.uses, use) : { use: null, loan: null, loanHere: null };
  if (isUse) patron.uses = usesAfter(patron.uses, use) ?? patron.uses;
  const localHour = 10 + (hashOf(id) % 7);
  const isLent = decision === 'renewal' || decision === 'return';
  const daysOnLoan = isLent ? (Date.parse(localDay) - Date.parse(loan.day)) / DAY_MS : null;
  return {
    ...{
      eventId: shortDigest(`synthetic ${id} ${decision}${refused === undefined ? '' : ' refused'}`),
      schemaVersion: 1,
      decision,
      outcome: refused === undefined ? 'allowed' : 'refused',
      codes: refused ?? '',
    },
    // Four hours behind all year round: a simulation needs no daylight saving time.
    ...{ utcHour: `${localDay}T${localHour + 4}`, localDay, localHour, weekday: new Date(localDay).getUTCDay() || 7 },
    ...{
      zone: 'America/New_York',
      owner: hasItem ? owner : null,
      itemBranch: hasItem ? `${owner}.main` : null,
      location: hasItem ? 'stacks' : null,
      itemCategory: hasItem ? itemCategory : null,
      itemPrice: hasItem ? 500 + 5 * (hashOf(id) % 900) : null,
      interlibrary: 0,
      equipment: hasItem ? 0 : null,
    },
    ...{ branch, member, patronMember: patron.member, patronCategory: patron.category },
    ...{ channel: decision === 'renewal' ? 'patron' : 'desk', ruleId: 'base', policyVersion: 1 },
    ...counters,
    overdueBefore: counters.owedBefore === null ? null : 0,
    accruedBefore: counters.owedBefore === null ? null : 0,
    // The simulated patrons of the demo live where their library is.
    ...{ groupsBefore: null, residence: hasItem ? 'in' : null, renewalsBefore: hasItem ? renewals : null },
    daysGranted: isUse && hasItem ? PERIOD : null,
    ...{ daysOnLoan, daysLate: daysOnLoan === null ? null : daysLate },
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
