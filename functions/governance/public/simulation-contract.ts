export { type RuleChange, simulationContract } from '../schemas/simulation-contract.ts';
