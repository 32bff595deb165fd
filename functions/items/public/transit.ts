export {
  isTransferPurpose,
  type TransferPurpose,
  type Transit,
  transferPurposes,
  transitPurposes,
} from '../domain/item-circulation.ts';
