export { fullName, nameKey, personNameSchema, shownName } from '../domain/identity/person.ts';
