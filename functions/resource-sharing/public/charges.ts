export { charges } from '../domain/charges/charges.ts';
