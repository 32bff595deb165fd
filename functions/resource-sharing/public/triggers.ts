export type { Trigger } from '../domain/triggers.ts';
