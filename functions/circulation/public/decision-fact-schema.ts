export { decisionFactSchema } from '../domain/decisions/decision-fact.ts';
