export { type Fact, type FactName, factNames, type Members } from '../domain/facts.ts';
