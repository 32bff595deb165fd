export { calendarBranch } from '../domain/decisions/policies.ts';
