export type { HoldClaim } from '../domain/item-circulation.ts';
