export { type Leaving, othersWait, type WhoWaits } from '../domain/loans/others-wait.ts';
