export { personSchema } from '../domain/identity/person.ts';
