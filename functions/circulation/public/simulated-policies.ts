export type { SimulatedPolicies } from '../domain/simulation/simulated-policies.ts';
