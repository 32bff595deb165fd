export type { ScheduledChange } from '../domain/decisions/timed-changes.ts';
