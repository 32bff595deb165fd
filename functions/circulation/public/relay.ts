export {
  factsOfHold,
  factsOfItem,
  HOLD_LOADED,
  type HoldWork,
  type ItemChange,
  type RelayedFact,
  workOfHold,
  workOfItem,
} from '../domain/relay.ts';
