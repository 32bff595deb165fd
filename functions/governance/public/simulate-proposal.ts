export { type Replay, simulateProposal } from '../use-cases/voting/simulate-proposal.ts';
