export { DECISION_SCHEMA } from '../domain/decisions/channel.ts';
