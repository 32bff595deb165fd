export {
  type HoldClaim,
  type ItemCirculation,
  isTransferPurpose,
  type Loan,
  type LoanTerms,
  type LostCharge,
  type TransferPurpose,
  type Transit,
  transferPurposes,
  transitPurposes,
  withoutTies,
} from '../domain/item-circulation.ts';
