export type {
  InterlibraryLoans,
  RenewalRequestRefusal,
  RenewalToRequest,
  ScanToShip,
} from '../domain/loans/interlibrary-loans.ts';
