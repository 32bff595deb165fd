export {
  type MonthsSince,
  monthsSince,
  type PatronUse,
  type PatronUses,
  usesAfter,
} from '../domain/record/patron-uses.ts';
