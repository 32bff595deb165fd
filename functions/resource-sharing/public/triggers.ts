export type { Trigger } from '../domain/workflow/triggers.ts';
