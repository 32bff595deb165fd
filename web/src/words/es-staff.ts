import { accounts } from './es/accounts.ts';
import { budgets } from './es/budgets.ts';
import { copyright } from './es/copyright.ts';
import { desk } from './es/desk.ts';
import { deskActs } from './es/desk-acts.ts';
import { deskMoney } from './es/desk-money.ts';
import { deskRefusals } from './es/desk-refusals.ts';
import { estimate } from './es/estimate.ts';
import { late } from './es/late.ts';
import { loan } from './es/loan.ts';
import { loanMoney } from './es/loan-money.ts';
import { loanReports } from './es/loan-reports.ts';
import { loanStates } from './es/loan-states.ts';
import { loanSteps } from './es/loan-steps.ts';
import { loans } from './es/loans.ts';
import { money } from './es/money.ts';
import { notices } from './es/notices.ts';
import { partners } from './es/partners.ts';
import { periods } from './es/periods.ts';
import { prices } from './es/prices.ts';
import { reconciliation } from './es/reconciliation.ts';
import { scans } from './es/scans.ts';
import { statements } from './es/statements.ts';
import { workbench } from './es/workbench.ts';
import { yearEnd } from './es/year-end.ts';
import type { StaffKey } from './word-key.ts';

/** Las frases de las salas del personal en español, que llegan con la primera de ellas. */
export const esStaff: Record<StaffKey, string> = {
  ...accounts,
  ...budgets,
  ...copyright,
  ...desk,
  ...deskActs,
  ...deskMoney,
  ...deskRefusals,
  ...estimate,
  ...late,
  ...loan,
  ...loanMoney,
  ...loanReports,
  ...loanStates,
  ...loanSteps,
  ...loans,
  ...money,
  ...notices,
  ...partners,
  ...periods,
  ...prices,
  ...reconciliation,
  ...scans,
  ...statements,
  ...workbench,
  ...yearEnd,
};
