export { decideCheckin } from '../domain/checkin/checkin.ts';
