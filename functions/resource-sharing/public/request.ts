export type { LoanRequest } from '../domain/requests/request.ts';
