export { transitPurposes } from '../domain/item-circulation.ts';
