export { priceBookKind } from '../domain/pricing/price-change.ts';
