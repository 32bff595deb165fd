export { type ProposalsToday, proposalsToday } from '../use-cases/proposals-today.ts';
