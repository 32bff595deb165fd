export {
  channels,
  DECISION_SCHEMA,
  type DecisionFact,
  decisionFactSchema,
  decisionMessageSchema,
} from '../domain/decision-fact.ts';
