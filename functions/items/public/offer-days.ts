export { offerDays } from '../domain/withdrawal.ts';
