export type { HoldWork, ItemChange, RelayedFact } from '../domain/decisions/relay.ts';
