export { checkScheduler } from '../use-cases/schedule-checks.ts';
