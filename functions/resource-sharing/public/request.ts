export type { LoanRequest } from '../domain/request.ts';
