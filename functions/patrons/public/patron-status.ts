export type { Block, BlockedAct, PatronStatus } from '../domain/record/patron-status.ts';
