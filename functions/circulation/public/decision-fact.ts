export { DECISION_SCHEMA } from '../domain/decisions/channel.ts';
export {
  type DecisionFact,
  decisionFactSchema,
  decisionMessageSchema,
} from '../domain/decisions/decision-fact.ts';
