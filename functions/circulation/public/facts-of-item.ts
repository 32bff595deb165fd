export { factsOfItem } from '../domain/decisions/relay.ts';
