export { declareLost } from '../domain/items/lost-and-claimed.ts';
export { lostChargeIds } from '../use-cases/lost-charge-ids.ts';
