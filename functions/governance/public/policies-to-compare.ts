export { policiesToCompare } from '../use-cases/voting/simulate-proposal.ts';
