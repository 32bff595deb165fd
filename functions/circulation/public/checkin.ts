export { decideCheckin } from '../domain/checkin.ts';
