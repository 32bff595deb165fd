export { decisionMessageSchema } from '../domain/decisions/decision-fact.ts';
