export {
  fullName,
  isMinorOn,
  isStillMinor,
  nameKey,
  type Person,
  personNameSchema,
  personSchema,
} from '../domain/person.ts';
