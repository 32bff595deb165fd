import { momentsOf } from '../reports/moments.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';
import type { Acted } from '../workflow/act.ts';
import type { LoanFact } from '../workflow/move.ts';
import type { Trigger } from '../workflow/triggers.ts';
import type { Candidate } from './rota-factors.ts';

/** Upper limits, in minutes, of the classes of answering times: a median without storing each time. */
const ANSWER_CLASSES = [5, 30, 120, 480, 1440, 2880, 4320, 10_080] as const;
const SLOWER = 20_160;

/**
 * A member's counters: lent, borrowed, asked, filled, and `answeredIn<minutes>`, the answers within that time. An
 * absent counter is zero.
 */
export type LendingBalance = Readonly<Record<string, number>>;

/** The changes of a member's counters by one step. */
export type BalanceChange = { member: string; add: LendingBalance };

const classOf = (minutes: number): string => `answeredIn${ANSWER_CLASSES.find((end) => minutes <= end) ?? SLOWER}`;

const minutesOf = ({ askedAt }: Ask, at: string): number => (Date.parse(at) - Date.parse(askedAt)) / 60_000;

const SENT: { readonly [T in Trigger]?: 'loan' | 'copy' } = {
  loaned: 'loan',
  ship: 'loan',
  'copy-supplied': 'copy',
  'supply-copy': 'copy',
};

type Stepped = Pick<Acted, 'request' | 'facts'>;

/** Whether this fact first established a moment, on the reporting side: of our two sides only one counts. */
const isFirst = (request: LoanRequest, ask: Ask, fact: LoanFact, moment: 'answered' | 'shipped'): boolean => {
  const found = momentsOf(request, ask)[moment];
  const step = found && request.history[found.place];
  return step !== undefined && step.at === fact.at && step.trigger === fact.trigger && step.side === fact.side;
};

/** A certain refusal that no library gave: a member that was asked only formally is not judged by it. */
const isAutomatic = ({ facts }: Stepped, askId: string | undefined): boolean =>
  facts.some((fact) => fact.askId === askId && fact.trigger === 'ask') &&
  facts.some((fact) => fact.askId === askId && fact.trigger === 'decline' && fact.by.kind === 'system');

const ofFact = (fact: LoanFact, step: Stepped): BalanceChange[] => {
  const { request } = step;
  const ask = request.asks.find(({ askId }) => askId === fact.askId);
  if (ask === undefined || isAutomatic(step, fact.askId)) return [];
  const member = ask.supplierMember;
  if (fact.trigger === 'ask') return [{ member, add: { asked: 1 } }];
  const changes: BalanceChange[] = [];
  const sent = SENT[fact.trigger];
  if (sent !== undefined && isFirst(request, ask, fact, 'shipped')) {
    changes.push({ member, add: { filled: 1, ...(sent === 'loan' && { lent: 1 }) } });
    if (sent === 'loan') changes.push({ member: fact.requesterMember, add: { borrowed: 1 } });
  }
  if (isFirst(request, ask, fact, 'answered')) {
    changes.push({ member, add: { [classOf(minutesOf(ask, fact.at))]: 1 } });
  }
  return changes;
};

const sum = (one: LendingBalance, other: LendingBalance): LendingBalance => {
  const total: Record<string, number> = { ...one };
  for (const [name, amount] of Object.entries(other)) total[name] = (total[name] ?? 0) + amount;
  return total;
};

/**
 * Returns the changes of the counters of the members and partners of a step, one each. Answers and supplies are those
 * of the reports (loans and copies, terms as an answer), counted on the requester’s side, or on ours when a partner
 * asks.
 */
export function balanceChanges(step: Stepped): BalanceChange[] {
  const byMember = new Map<string, LendingBalance>();
  for (const { member, add } of step.facts.flatMap((fact) => ofFact(fact, step))) {
    byMember.set(member, sum(byMember.get(member) ?? {}, add));
  }
  return [...byMember].map(([member, add]) => ({ member, add }));
}

/** The median of the answering times, as the upper limit of its class in minutes; undefined without answers. */
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

/** The rota's figures of a member. `target`: the agreed surplus of loans over borrowings (negative for fewer). */
export function candidateHistory(
  balance: LendingBalance,
  target = 0,
): Required<Pick<Candidate, 'balance' | 'history'>> {
  const { lent = 0, borrowed = 0, asked = 0, filled = 0 } = balance;
  const median = medianAnswerMinutes(balance);
  return {
    balance: { lent, borrowed, target },
    history: { asked, filled, ...(median !== undefined && { medianAnswerMinutes: median }) },
  };
}
