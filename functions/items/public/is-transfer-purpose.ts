export { isTransferPurpose } from '../domain/item-circulation.ts';
