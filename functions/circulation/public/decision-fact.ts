export { DECISION_SCHEMA } from '../domain/channel.ts';
export {
  type DecisionFact,
  decisionFactSchema,
  decisionMessageSchema,
} from '../domain/decision-fact.ts';
