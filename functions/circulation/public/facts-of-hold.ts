export { factsOfHold } from '../domain/decisions/relay.ts';
