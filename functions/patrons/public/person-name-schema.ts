export { personNameSchema } from '../domain/identity/person.ts';
