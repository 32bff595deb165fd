import { desk } from './en/desk.ts';
import { deskActs } from './en/desk-acts.ts';
import { deskMoney } from './en/desk-money.ts';
import { deskRefusals } from './en/desk-refusals.ts';
import { estimate } from './en/estimate.ts';
import { late } from './en/late.ts';
import { loan } from './en/loan.ts';
import { loanReports } from './en/loan-reports.ts';
import { loanStates } from './en/loan-states.ts';
import { loanSteps } from './en/loan-steps.ts';
import { loans } from './en/loans.ts';
import { money } from './en/money.ts';
import { notices } from './en/notices.ts';
import { partners } from './en/partners.ts';
import { scans } from './en/scans.ts';

/** The sentences of staff's rooms in English, which come with the first of these rooms: patrons load none of them. */
export const enStaff = {
  ...desk,
  ...deskActs,
  ...deskMoney,
  ...deskRefusals,
  ...estimate,
  ...late,
  ...loan,
  ...loanReports,
  ...loanStates,
  ...loanSteps,
  ...loans,
  ...money,
  ...notices,
  ...partners,
  ...scans,
};
