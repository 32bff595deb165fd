export { HOLD_LOADED } from '../domain/decisions/relay.ts';
