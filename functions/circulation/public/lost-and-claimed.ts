export { declareLost } from '../domain/lost-and-claimed.ts';
export { lostChargeIds } from '../use-cases/lost-charge-ids.ts';
