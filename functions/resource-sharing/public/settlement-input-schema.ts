export { settlementInputSchema } from '../domain/charges/settlement.ts';
