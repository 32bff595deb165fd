export { placeRefusals } from '../schemas/decisions.ts';
