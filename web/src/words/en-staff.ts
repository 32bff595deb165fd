import { accounts } from './en/accounts.ts';
import { budgets } from './en/budgets.ts';
import { copyright } from './en/copyright.ts';
import { desk } from './en/desk.ts';
import { deskActs } from './en/desk-acts.ts';
import { deskMoney } from './en/desk-money.ts';
import { deskRefusals } from './en/desk-refusals.ts';
import { estimate } from './en/estimate.ts';
import { late } from './en/late.ts';
import { loan } from './en/loan.ts';
import { loanMoney } from './en/loan-money.ts';
import { loanReports } from './en/loan-reports.ts';
import { loanStates } from './en/loan-states.ts';
import { loanSteps } from './en/loan-steps.ts';
import { loans } from './en/loans.ts';
import { money } from './en/money.ts';
import { notices } from './en/notices.ts';
import { partners } from './en/partners.ts';
import { periods } from './en/periods.ts';
import { prices } from './en/prices.ts';
import { reconciliation } from './en/reconciliation.ts';
import { scans } from './en/scans.ts';
import { statements } from './en/statements.ts';
import { workbench } from './en/workbench.ts';
import { yearEnd } from './en/year-end.ts';

/** The sentences of staff's rooms in English, which come with the first of these rooms: patrons load none of them. */
export const enStaff = {
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
