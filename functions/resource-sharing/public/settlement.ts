export type { Settlement } from '../domain/charges/settlement.ts';
