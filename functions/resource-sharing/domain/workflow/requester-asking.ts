import { ANSWERED, BACK, LET_GO, NEXT_SUPPLIER, TERMS_REFUSED, TIMED_OUT } from './shared-transitions.ts';
import type { RequesterPhase } from './states.ts';

/** States in which suppliers are asked one after another: answers, terms, cancellations. */
export const WHILE_ASKED = {
  asked: {
    display: 'Asked',
    meaning: 'One supplier has been asked and has not answered yet.',
    on: {
      ...ANSWERED,
      ...LET_GO,
      expected: { to: 'asked', timer: 'answer-by' },
      'answer-timeout': TIMED_OUT,
      // The message may have arrived although its confirmation did not.
      'send-failed': { ...NEXT_SUPPLIER, message: 'Withdraw', closesAsk: 'unreachable' },
      'request-refused': { ...NEXT_SUPPLIER, closesAsk: 'unreachable' },
    },
  },
  'will-supply': {
    display: 'Will be supplied',
    meaning: 'The supplier has promised the item and has not shipped it yet.',
    on: {
      ...ANSWERED,
      ...LET_GO,
      'will-supply': { to: 'will-supply' },
      'ship-late': { to: 'will-supply', timer: 'ship-by', attention: 'ship-late' },
    },
  },
  'terms-offered': {
    display: 'Terms offered',
    meaning: 'The supplier would supply on other terms: cost, conditions, date, edition; agree or refuse.',
    needsAttention: true,
    on: {
      ...ANSWERED,
      ...LET_GO,
      'agree-terms': {
        to: 'asked',
        message: 'Retry',
        timer: 'answer-by',
        early: { to: 'retry-waiting', timer: 'retry-at' },
      },
      'refuse-terms': TERMS_REFUSED,
      'terms-lapsed': TERMS_REFUSED,
    },
  },
  'retry-waiting': {
    display: 'To be asked again later',
    meaning: 'Agreed to the supplier’s terms; it is asked again from the day that it has named.',
    on: { ...ANSWERED, ...LET_GO, 'retry-due': { to: 'asked', message: 'Retry', timer: 'answer-by' } },
  },
  'conditions-set': {
    display: 'Conditions set',
    meaning: 'The supplier will supply under conditions; agree or refuse.',
    needsAttention: true,
    on: {
      ...ANSWERED,
      ...LET_GO,
      'agree-terms': { to: 'will-supply', message: 'ConditionsAgreed', timer: 'ship-by' },
      'refuse-terms': TERMS_REFUSED,
      'terms-lapsed': TERMS_REFUSED,
    },
  },
  'cancel-pending': {
    display: 'Cancellation asked',
    meaning: 'The supplier has been asked to let the request go; it may already have shipped.',
    on: {
      'cancel-accepted': { to: 'cancelled', closesAsk: 'cancelled' },
      'cancel-refused': { ...ANSWERED['will-supply'], back: BACK },
      'will-supply': { to: 'cancel-pending' },
      expected: { to: 'cancel-pending' },
      'terms-offered': { to: 'cancel-pending' },
      'conditions-set': { to: 'cancel-pending' },
      'copy-supplied': ANSWERED['copy-supplied'],
      loaned: { to: 'shipped', timer: 'arrive-by' },
      unfilled: { to: 'cancelled', closesAsk: 'cancelled' },
      'cancel-timeout': { to: 'cancelled', message: 'Withdraw', closesAsk: 'cancelled' },
    },
  },
  unfilled: {
    display: 'Looking for the next supplier',
    meaning: 'This supplier cannot supply; the next one on the rota is to be asked.',
    on: {
      ask: { to: 'asked', message: 'Request', timer: 'answer-by' },
      'rota-ended': { to: 'end-of-rota' },
      cancel: { to: 'cancelled' },
      'sourcing-stalled': { to: 'unfilled', timer: 'source-by', attention: 'sourcing-stalled' },
    },
  },
} as const satisfies RequesterPhase;
