export { postalLines } from '../domain/identity/person.ts';
