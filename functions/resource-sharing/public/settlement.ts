export { decideSettlement, type Settlement, settlementInputSchema } from '../domain/charges/settlement.ts';
