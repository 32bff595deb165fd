export {
  type LoanEvent,
  type LoanEvent as LoanNews,
  loanEventsOfHold,
  loanEventsOfHold as loanNewsOfHold,
  loanEventsOfItem,
  loanEventsOfItem as loanNewsOf,
  loanEventsOfRequest,
  loanEventsOfRequest as loanNewsOfRequest,
} from '../domain/messages/loan-events.ts';
