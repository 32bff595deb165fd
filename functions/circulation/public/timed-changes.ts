export type { ScheduledChange } from '../domain/timed-changes.ts';
