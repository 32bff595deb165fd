export type { BorrowingChecks, BorrowingReason, Desk } from '../domain/record/borrowing-checks.ts';
