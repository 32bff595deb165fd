import { pastLoanStore } from '../../functions/circulation/data/past-loan-store.ts';
import { contextIn } from '../../functions/circulation/domain/decisions/decision-context.ts';
import type { DecisionFact } from '../../functions/circulation/domain/decisions/decision-fact.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';

/** A checkout by an adult of cedar at birch.east of ash's book, the person's first of the month. */
export const aDecision = (eventId: string, over: Partial<DecisionFact> = {}): DecisionFact => ({
  ...{ eventId, schemaVersion: 1, decision: 'checkout', outcome: 'allowed', codes: '' },
  ...{ utcHour: '2026-03-02T11', localDay: '2026-03-02', localHour: 12, weekday: 1, zone: 'Europe/Berlin' },
  ...{ owner: 'ash', itemBranch: 'ash.main', location: 'stacks', itemCategory: 'book', interlibrary: 0 },
  ...{ equipment: 0, itemPrice: 2495, residence: null, overdueBefore: 0, accruedBefore: 0, groupsBefore: null },
  ...{ branch: 'birch.east', member: 'birch', patronMember: 'cedar', patronCategory: 'adult', channel: 'desk' },
  ...{ ruleId: 'base', policyVersion: 1, loansBefore: 0, holdsBefore: 0, owedBefore: 0, renewalsBefore: 0 },
  ...{ daysGranted: 28, daysOnLoan: null, daysLate: null },
  ...{ monthsSinceUse: null, monthsSinceLoan: null, monthsSinceLoanHere: null },
  ...over,
});

/** Counts a decision in the loan statistics, as the consumer of past loans does. */
export const countDecision = (table: Table, decision: DecisionFact) => pastLoanStore(table).count(decision);

/** Returns in which context a decision was made, from the facts stored with its item. */
export const contextOfFacts = (facts: unknown) => contextIn(String(facts));
