export type { DecisionFact } from '../domain/decisions/decision-fact.ts';
