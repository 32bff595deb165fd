export type { BorrowingChecks, BorrowingReason, Desk } from '../domain/borrowing-checks.ts';
