export { type Branch, type HoldSlipChoice, holdSlipChoices } from '../domain/branch.ts';
