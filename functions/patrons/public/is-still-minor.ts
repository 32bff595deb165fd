export { isStillMinor } from '../domain/identity/person.ts';
