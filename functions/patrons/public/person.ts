export {
  fullName,
  isMinorOn,
  isStillMinor,
  nameKey,
  type Person,
  personNameSchema,
  personSchema,
  postalLines,
  shownName,
} from '../domain/identity/person.ts';
