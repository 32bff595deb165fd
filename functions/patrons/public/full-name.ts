export { fullName } from '../domain/identity/person.ts';
