import type { Acted } from './act.ts';
import type { LoanFact } from './move.ts';
import type { Ask } from './request.ts';
import type { Candidate } from './rota-factors.ts';

/** Upper ends, in minutes, of the classes in which answering times are counted: a median without keeping each time. */
const ANSWER_CLASSES = [5, 30, 120, 480, 1440, 2880, 4320, 10_080] as const;
const SLOWER = 20_160;

/**
 * A member's counters: lent, borrowed, asked, filled, and `answeredIn<minutes>`, the answers that took no longer than
 * that. One that was never raised is absent.
 */
export type LendingBalance = Readonly<Record<string, number>>;

/** What one step adds to a member's counters. */
export type BalanceChange = { member: string; add: LendingBalance };

const classOf = (minutes: number): string => `answeredIn${ANSWER_CLASSES.find((end) => minutes <= end) ?? SLOWER}`;

const minutesOf = ({ askedAt, answeredAt }: Ask): number =>
  (Date.parse(answeredAt ?? askedAt) - Date.parse(askedAt)) / 60_000;

const ofFact = (fact: LoanFact, asks: readonly Ask[]): BalanceChange[] => {
  const ask = asks.find(({ askId }) => askId === fact.askId);
  if (ask === undefined) return [];
  const supplier = ask.supplierMember;
  if (fact.trigger === 'ask') return [{ member: supplier, add: { asked: 1 } }];
  if (fact.trigger === 'ship') {
    return [
      { member: supplier, add: { lent: 1, filled: 1 } },
      { member: fact.requesterMember, add: { borrowed: 1 } },
    ];
  }
  // The first answer is what the member took its time for; `loaned` after `will-supply` is none.
  const first = fact.side === 'requester' && ask.answeredAt === fact.at && fact.from === 'asked';
  const answers = ['will-supply', 'unfilled', 'loaned'].includes(fact.trigger);
  return first && answers ? [{ member: supplier, add: { [classOf(minutesOf(ask))]: 1 } }] : [];
};

const sum = (one: LendingBalance, other: LendingBalance): LendingBalance => {
  const total: Record<string, number> = { ...one };
  for (const [name, amount] of Object.entries(other)) total[name] = (total[name] ?? 0) + amount;
  return total;
};

/** What a step adds to the counters of the members it concerns, one change a member. */
export function balanceChanges({ request, facts }: Pick<Acted, 'request' | 'facts'>): BalanceChange[] {
  const byMember = new Map<string, LendingBalance>();
  for (const { member, add } of facts.flatMap((fact) => ofFact(fact, request.asks))) {
    byMember.set(member, sum(byMember.get(member) ?? {}, add));
  }
  return [...byMember].map(([member, add]) => ({ member, add }));
}

/** The median of the answering times, as the upper end of its class in minutes; undefined without answers. */
export function medianAnswerMinutes(balance: LendingBalance): number | undefined {
  const ends = [...ANSWER_CLASSES, SLOWER];
  const counts = ends.map((end) => balance[`answeredIn${end}`] ?? 0);
  const all = counts.reduce((total, count) => total + count, 0);
  if (all === 0) return undefined;
  let seen = 0;
  return ends.find((_, i) => {
    seen += counts[i] ?? 0;
    return seen * 2 >= all;
  });
}

/** What the rota judges a member by. The target is even lending and borrowing until a policy says otherwise. */
export function candidateHistory(balance: LendingBalance): Required<Pick<Candidate, 'balance' | 'history'>> {
  const { lent = 0, borrowed = 0, asked = 0, filled = 0 } = balance;
  const median = medianAnswerMinutes(balance);
  return {
    balance: { lent, borrowed, target: 0 },
    history: { asked, filled, ...(median !== undefined && { medianAnswerMinutes: median }) },
  };
}
