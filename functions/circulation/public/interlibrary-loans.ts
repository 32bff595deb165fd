export type {
  InterlibraryLoans,
  RenewalRequestRefusal,
  RenewalToRequest,
  ScanToShip,
} from '../domain/interlibrary-loans.ts';
