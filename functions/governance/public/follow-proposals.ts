export { followProposals } from '../use-cases/voting/simulate-proposal.ts';
