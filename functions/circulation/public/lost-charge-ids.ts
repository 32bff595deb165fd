export { lostChargeIds } from '../use-cases/lost-charge-ids.ts';
