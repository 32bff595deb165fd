export { type Leaving, othersWait, type WaitingHolds } from '../domain/loans/others-wait.ts';
