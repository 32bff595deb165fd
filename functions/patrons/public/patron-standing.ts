export {
  type Block,
  type CounterDeltas,
  type CounterName,
  counted,
  exceeded,
  type Limit,
  type PatronStanding,
} from '../domain/patron-standing.ts';
