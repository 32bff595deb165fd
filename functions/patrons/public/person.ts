export { isMinorOn, isStillMinor, type Person, personSchema, postalLines } from '../domain/identity/person.ts';
