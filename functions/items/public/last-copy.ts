export type { DeletedCopy, LastCopy } from '../domain/withdrawal.ts';
