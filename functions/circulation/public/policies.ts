export {
  type Borrower,
  type CirculationPolicies,
  calendarBranch,
  circulationKinds,
  circulationPolicies,
  ruleFor,
} from '../domain/decisions/policies.ts';
