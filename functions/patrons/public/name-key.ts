export { nameKey } from '../domain/identity/person.ts';
