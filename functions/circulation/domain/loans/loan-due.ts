import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, localDay } from '../../../../layers/kernel/calendar/days.ts';
import { type DueDate, dueDate, type LoanPeriod } from '../../../../layers/kernel/calendar/due-date.ts';
import { bounded, isBounded } from '../../../../layers/records/policies/domain/floors.ts';
import type { ResolvedRule } from '../../../../layers/records/policies/domain/resolve.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';

/** The input of a due date; `cardUntil` is the card's last valid day, omitted when it is no limit. */
export type LoanDueRequest = {
  policies: CirculationPolicies;
  item: Pick<ItemCirculation, 'category'>;
  rule: ResolvedRule;
  calendar: BranchCalendar;
  from: string;
  cardUntil?: string;
};

const isExcepted = ({ explanations }: ResolvedRule): boolean =>
  explanations.some(({ value, exception }) => value === 'loanPeriod' && exception !== undefined);

/**
 * Returns the day on which the rule's table of fixed dates ends a loan of this day; never below the consortium's minimum number of days.
 */
const ceilingOf = ({ policies, item, rule, calendar, from }: LoanDueRequest): string | undefined => {
  const day = localDay(calendar, from);
  const rows = rule.values.dueCeilings.filter((row) => row.from <= day && day <= row.to);
  const [first] = rows.map(({ due }) => due).toSorted();
  if (first === undefined) return undefined;
  const floor = isExcepted(rule) ? 0 : bounded(policies.floors?.body, 'loanDays', item.category, 0).value;
  const least = addDays(day, floor);
  return [first, least].toSorted()[1];
};

/** Returns the consortium's minimum loan period, in hours where the floors are limited to those (floors.ts). */
const leastOf = ({ policies, item, rule }: LoanDueRequest): LoanPeriod | undefined => {
  if (isExcepted(rule)) return undefined;
  const floors = policies.floors?.body;
  const floor = (value: 'loanDays' | 'loanHours') => bounded(floors, value, item.category, 0).value;
  const hourly = 'hours' in rule.values.loanPeriod && isBounded(floors, 'loanHours', item.category);
  if (hourly) return { hours: floor('loanHours') };
  return isBounded(floors, 'loanDays', item.category) ? { days: floor('loanDays') } : undefined;
};

/** Returns the due date by the winning rule from an instant on (C69): its period, its term ends, the card, closed days by its strategy. */
export const loanDue = (request: LoanDueRequest): DueDate => {
  const { policies, rule, calendar, from, cardUntil } = request;
  const { closedDays, dueNotPastExpiry } = policies.loanRules.body;
  const [ceiling, least] = [ceilingOf(request), leastOf(request)];
  return dueDate({
    calendar,
    from,
    period: rule.values.loanPeriod,
    closedDays: rule.values.closedDays ?? closedDays,
    ...(dueNotPastExpiry && cardUntil !== undefined && { notAfter: cardUntil }),
    ...(ceiling !== undefined && { ceiling }),
    ...(least && { least }),
  });
};
