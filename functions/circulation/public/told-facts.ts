export { retell } from '../domain/told-facts.ts';
