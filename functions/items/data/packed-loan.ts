import * as z from 'zod';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Loan, LoanTerms, LostCharge } from '../domain/item-circulation.ts';

// Stored as maps, with field names, a loan and its terms would make an item's record exceed 1 KB; as one text they take half of it.
const packedTime = (at: string): string => Date.parse(at).toString(36);
const time = (text = ''): string => iso(Number.parseInt(text, 36));
const number = (text = ''): number => Number(text);

const packTerms = (terms: LoanTerms): string => {
  const { perDay, cap, grace, lost, currency, perHour, graceMinutes, closed, age, noRefund, creditDays, noOverdue } =
    terms;
  const { processing, processingRefunded, renew } = terms;
  const more = [
    ...(perHour === undefined ? [] : [`h${perHour}`]),
    ...(graceMinutes === undefined ? [] : [`m${graceMinutes}`]),
    ...(age === undefined ? [] : [`a${age}`]),
    ...(creditDays === undefined ? [] : [`d${creditDays}`]),
    ...(processing === undefined ? [] : [`p${processing}`]),
    ...(processingRefunded ? ['q'] : []),
    ...(renew === undefined ? [] : [`r${renew}`]),
    ...(closed ? ['c'] : []),
    ...(noRefund ? ['k'] : []),
    ...(noOverdue ? ['n'] : []),
  ];
  return [perDay, cap ?? '-', grace, lost, currency, ...more].join(',');
};

const unpackTerms = (text = ''): LoanTerms => {
  const [perDay, cap, grace, lost, currency = '', ...more] = text.split(',');
  const of = (letter: string): string | undefined => more.find((part) => part.startsWith(letter))?.slice(1);
  const [perHour, graceMinutes, age, creditDays, processing, renew] = ['h', 'm', 'a', 'd', 'p', 'r'].map(of);
  return {
    perDay: number(perDay),
    cap: cap === '-' ? null : number(cap),
    grace: number(grace),
    lost: number(lost),
    currency,
    ...(perHour !== undefined && { perHour: number(perHour) }),
    ...(graceMinutes !== undefined && { graceMinutes: number(graceMinutes) }),
    ...(age !== undefined && { age: number(age) }),
    ...(creditDays !== undefined && { creditDays: number(creditDays) }),
    ...(processing !== undefined && { processing: number(processing) }),
    ...(renew !== undefined && { renew: number(renew) }),
    ...(more.includes('q') && { processingRefunded: true }),
    ...(more.includes('c') && { closed: true }),
    ...(more.includes('k') && { noRefund: true }),
    ...(more.includes('n') && { noOverdue: true }),
  };
};

const packLost = ({ at, billId, amount, feeBillId, aged, paid }: LostCharge): string =>
  `${packedTime(at)},${billId},${amount}${aged ? ',a' : ''}${paid ? ',p' : ''}${feeBillId ? `,${feeBillId}` : ''}`;

const unpackLost = (text: string): LostCharge => {
  const [at, billId = '', amount, ...more] = text.split(',');
  const feeBillId = more.find((part) => part.length > 1);
  return {
    at: time(at),
    billId,
    amount: number(amount),
    ...(feeBillId !== undefined && { feeBillId }),
    ...(more.includes('a') && { aged: true }),
    ...(more.includes('p') && { paid: true }),
  };
};

/** Escapes the separators of a packed loan, and leaves what the names of groups contain most: each escape takes three bytes. */
const escaped = (name: string): string => encodeURIComponent(name).replaceAll('%40', '@').replaceAll('%2F', '/');

/** Packs a loan for the item's record: a line of its fixed parts, then its optional parts, each with a letter as prefix; then its rule. */
export const packLoan = (loan: Loan): string => {
  const { loanId, patronId, patronMember, checkoutBranch, checkedOutAt, due, renewals, policyVersion } = loan;
  const { groups, claimedAt, recalledAt, lost, fined, terms, ruleId, proxyId, costCentre, patronCategory } = loan;
  const parts = [
    ...[loanId, patronId, patronMember, checkoutBranch, packedTime(checkedOutAt), packedTime(due)],
    ...[renewals, policyVersion, packTerms(terms)],
    // A group's name may contain anything except its own separator's escape.
    ...(groups ? [`g${groups.map(escaped).join(',')}`] : []),
    ...(loan.auto ? ['a'] : []),
    ...(claimedAt ? [`c${packedTime(claimedAt)}`] : []),
    ...(recalledAt ? [`r${packedTime(recalledAt)}`] : []),
    ...(lost ? [`l${packLost(lost)}`] : []),
    ...(fined === undefined ? [] : [`f${fined}`]),
    ...(proxyId ? [`p${proxyId}`] : []),
    ...(costCentre ? [`k${costCentre}`] : []),
    ...(patronCategory ? [`y${encodeURIComponent(patronCategory)}`] : []),
  ];
  // The id of a rule may contain blanks, so it takes the rest of the text.
  return `${parts.join(' ')}\n${ruleId}`;
};

const unpackLoan = (text: string): Loan => {
  const end = text.indexOf('\n');
  const [
    loanId = '',
    patronId = '',
    patronMember = '',
    checkoutBranch = '',
    out,
    due,
    renewals,
    version,
    terms,
    ...more
  ] = text.slice(0, end).split(' ');
  const of = (letter: string): string | undefined => more.find((part) => part.startsWith(letter))?.slice(1);
  const [groups, claimed, recalled, lost, fined, proxyId, costCentre, category] = [
    ...['g', 'c', 'r', 'l', 'f', 'p', 'k', 'y'],
  ].map(of);
  return {
    ...{ loanId, patronId, patronMember, checkoutBranch, checkedOutAt: time(out), due: time(due) },
    ...{ renewals: number(renewals), policyVersion: number(version), ruleId: text.slice(end + 1) },
    terms: unpackTerms(terms),
    ...(groups !== undefined && { groups: groups.split(',').map(decodeURIComponent) }),
    ...(more.includes('a') && { auto: true as const }),
    ...(claimed !== undefined && { claimedAt: time(claimed) }),
    ...(recalled !== undefined && { recalledAt: time(recalled) }),
    ...(lost !== undefined && { lost: unpackLost(lost) }),
    ...(fined !== undefined && { fined: number(fined) }),
    ...(proxyId !== undefined && { proxyId }),
    ...(costCentre !== undefined && { costCentre }),
    ...(category !== undefined && { patronCategory: decodeURIComponent(category) }),
  };
};

/** Decodes a stored loan. */
export const storedLoan = z.string().transform(unpackLoan);
