export { type DecisionFact, decisionFactSchema, decisionMessageSchema } from '../domain/decisions/decision-fact.ts';
