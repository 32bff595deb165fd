export { changedRefusal, overrideRefusal, overrideSchema, placeRefusals, ruled } from '../schemas/decisions.ts';
