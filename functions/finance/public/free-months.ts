export { freeMonths, type MonthsRefused } from '../use-cases/free-months.ts';
