export type { TransferPurpose, Transit } from '../domain/item-circulation.ts';
