export { type DeletedCopy, type LastCopy, lastOfParts, offerDays } from '../domain/withdrawal.ts';
