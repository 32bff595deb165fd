export {
  citationOfRecord,
  type DescribedRecord,
  type Describing,
  describeUnion,
  everybody,
  findCited,
  isSeenBy,
  type Looking,
} from '../use-cases/cited-record.ts';
