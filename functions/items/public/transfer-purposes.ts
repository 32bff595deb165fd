export { transferPurposes } from '../domain/item-circulation.ts';
