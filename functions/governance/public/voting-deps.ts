export { type VotingDeps, votingDeps } from '../deps.ts';
