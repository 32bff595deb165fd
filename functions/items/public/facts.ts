export type { Fact, FactName, Members } from '../domain/facts.ts';
