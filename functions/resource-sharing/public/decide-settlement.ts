export { decideSettlement } from '../domain/charges/settlement.ts';
