export type { Agreed, Hold } from '../domain/hold.ts';
