export { monthsSince } from '../domain/record/patron-uses.ts';
