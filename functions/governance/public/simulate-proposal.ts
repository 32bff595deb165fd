export { votingDeps } from '../deps.ts';
export {
  type Replayed,
  replayedSchema,
  type SimulatedKind,
  simulatedKinds,
} from '../domain/consortium-proposals/proposal-effect.ts';
export {
  exampleEffect,
  exampleProposal,
  exampleReplayed,
  proposalParams,
  proposalRefusals,
  type RuleChange,
  ruleChangeSchema,
  simulatedProposalSchema,
} from '../schemas/voting.ts';
export {
  followProposals,
  policiesToCompare,
  type Replay,
  simulateProposal,
} from '../use-cases/voting/simulate-proposal.ts';
