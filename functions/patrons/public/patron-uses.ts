export type { MonthsSince, PatronUse, PatronUses } from '../domain/record/patron-uses.ts';
