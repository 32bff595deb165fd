export { type Bill, type BillKind, billKinds } from '../domain/decisions/decision.ts';
