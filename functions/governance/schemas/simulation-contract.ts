import * as z from 'zod';
import { blocksKind } from '../../../layers/records/policies/domain/blocks.ts';
import { exceptionsKind } from '../../../layers/records/policies/domain/exceptions.ts';
import { floorsKind } from '../../../layers/records/policies/domain/floors.ts';
import { loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import { consortiumProposalSchema } from '../domain/consortium-proposals/consortium-proposal.ts';
import { proposalEffectSchema, replayedSchema } from '../domain/consortium-proposals/proposal-effect.ts';
import { exampleEffect, exampleProposal, exampleReplayed, proposalParams, proposalRefusals } from './voting.ts';

/** Other rules of a kind that is simulated. */
const ruleChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('loan-rules'), body: loanRulesKind.body }),
  z.strictObject({ kind: z.literal('blocks'), body: blocksKind.body }),
  z.strictObject({ kind: z.literal('floors'), body: floorsKind.body }),
  z.strictObject({ kind: z.literal('exceptions'), body: exceptionsKind.body }),
]);
export type RuleChange = z.infer<typeof ruleChangeSchema>;

const { 'unknown-proposal': unknown, 'proposal-changed': changed, 'not-your-member': notYours } = proposalRefusals;

/** The parts of the contracts of simulations, which analytics runs because it has the log of decisions. */
export const simulationContract = {
  params: proposalParams,
  change: ruleChangeSchema,
  replayed: replayedSchema,
  /** The answer to a simulation: the proposal, and all simulations of it. */
  simulated: z.strictObject({ proposal: consortiumProposalSchema, effects: z.array(proposalEffectSchema) }),
  refusals: { 'unknown-proposal': unknown, 'proposal-changed': changed, 'not-your-member': notYours },
  examples: { proposal: exampleProposal, effect: exampleEffect, replayed: exampleReplayed },
} as const;
