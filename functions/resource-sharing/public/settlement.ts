export { decideSettlement, type Settlement, settlementWishSchema } from '../domain/charges/settlement.ts';
