export {
  factsOfHold,
  factsOfItem,
  HOLD_LOADED,
  type HoldWork,
  type ItemChange,
  type RelayedFact,
} from '../domain/decisions/relay.ts';
