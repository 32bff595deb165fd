export {
  type DeletedCopy,
  isHeld,
  isRetained,
  type LastCopy,
  lastOfParts,
  offerDays,
  withdrawalFindings,
} from '../domain/withdrawal.ts';
