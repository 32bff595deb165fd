export {
  type Block,
  type BlockedAct,
  type CounterDeltas,
  type CounterName,
  counted,
  exceeded,
  type Limit,
  type PatronStatus,
} from '../domain/record/patron-status.ts';
