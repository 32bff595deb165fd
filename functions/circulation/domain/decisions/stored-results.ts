import { type Because, type NextStep, reasons } from './next-step.ts';
import { packConflicts, unpackConflicts } from './offline.ts';

const LOAN = 'lon_';

/** The stored result of a checkout, for retries. `conflicts`: the refusals that a loan made without a network passed. */
export type StoredLoanResult = {
  loanId: string;
  due: string;
  ruleId: string;
  policyVersion: number;
  conflicts?: string[];
};

/** Encodes it for a used key: at most 70 characters, since the item's record stores three. */
export const packLoan = ({ loanId, due, ruleId, policyVersion, conflicts = [] }: StoredLoanResult): string => {
  const version = `${policyVersion.toString(36)}${packConflicts(conflicts)}`;
  return [loanId.slice(LOAN.length), Date.parse(due).toString(36), version, ruleId].join(' ');
};

/** Decodes it. A rule's id may contain spaces. */
export const unpackLoan = (line: string): StoredLoanResult => {
  const [loanId = '', due = '0', version = '0', ...rule] = line.split(' ');
  const policyVersion = Number.parseInt(version, 36);
  const conflicts = unpackConflicts(version);
  return {
    loanId: `${LOAN}${loanId}`,
    due: new Date(Number.parseInt(due, 36)).toISOString(),
    policyVersion,
    ruleId: rule.join(' '),
    ...(conflicts.length > 0 && { conflicts }),
  };
};

const warningLetters = {
  'transit-ended-by-loan': 't',
  'state-repaired': 's',
  'item-damaged': 'd',
  'item-withdrawn': 'w',
  'verify-location': 'v',
  'put-on-reserve': 'r',
} as const;

/** The stored result of a check-in, for retries. Money in minor units of the loan rules' currency. */
export type CheckinResult = {
  next: { step: NextStep['step']; branchId: string; forHold: boolean; because: Because };
  loanClosed: boolean;
  fine: number;
  refund: number;
  warnings: string[];
};

/** Encodes it: step, branch, flags as letters (reason in upper case, l loan closed, h for a hold, then warnings), fine, refund. */
export const packCheckin = ({ next, loanClosed, fine, refund, warnings }: CheckinResult): string => {
  const letters = Object.entries(warningLetters).filter(([warning]) => warnings.includes(warning));
  const flags = `${reasons[next.because].letter}${loanClosed ? 'l' : ''}${next.forHold ? 'h' : ''}${letters.map(([, letter]) => letter).join('')}`;
  return [next.step, next.branchId, flags, fine, refund].join(' ');
};

const steps: readonly NextStep['step'][] = ['shelve', 'hold-shelf', 'keep-aside', 'send'];

/** Decodes it. */
export const unpackCheckin = (line: string): CheckinResult => {
  const [step, branchId = '', flags = '', fine, refund] = line.split(' ');
  const has = (letter: string): boolean => flags.includes(letter);
  const why = Object.entries(reasons).find(([, { letter }]) => has(letter))?.[0] ?? 'set-aside';
  return {
    next: {
      step: steps.find((known) => known === step) ?? 'keep-aside',
      branchId,
      forHold: has('h'),
      because: why as Because,
    },
    loanClosed: has('l'),
    fine: Number(fine ?? 0),
    refund: Number(refund ?? 0),
    warnings: Object.entries(warningLetters).flatMap(([warning, letter]) => (has(letter) ? [warning] : [])),
  };
};

/** The stored result of placing a hold, for retries: what changes later. */
export type PlacedResult = { state: 'placed' | 'frozen'; place: number | undefined; local: boolean };

/** Encodes it: flags as letters (f frozen, l a copy on the shelf of the pickup branch), place. */
export const packPlaced = ({ state, place, local }: PlacedResult): string =>
  `-${state === 'frozen' ? 'f' : ''}${local ? 'l' : ''} ${place ?? ''}`;

/** Decodes it. */
export const unpackPlaced = (line: string): PlacedResult => {
  const [flags = '', place = ''] = line.split(' ');
  return {
    state: flags.includes('f') ? 'frozen' : 'placed',
    place: place === '' ? undefined : Number(place),
    local: flags.includes('l'),
  };
};
