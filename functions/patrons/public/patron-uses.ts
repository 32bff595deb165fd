export { type MonthsSince, monthsSince, type PatronUse, type PatronUses, usesAfter } from '../domain/patron-uses.ts';
