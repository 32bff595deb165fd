export { changedRefusal, placeRefusals, ruled } from '../schemas/decisions.ts';
