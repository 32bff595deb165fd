import { AMENDED, STOPPED } from './shared-transitions.ts';
import type { RequesterPhase } from './states.ts';

/** States before anybody is asked: placed, or stopped for review (C86). */
export const BEFORE_ASKING = {
  requested: {
    display: 'Being sourced',
    meaning: 'Placed; no supplier has been asked yet.',
    initial: true,
    on: {
      ask: { to: 'asked', message: 'Request', timer: 'answer-by' },
      'rota-ended': { to: 'end-of-rota' },
      cancel: { to: 'cancelled' },
      'sourcing-stalled': { to: 'requested', timer: 'source-by', attention: 'sourcing-stalled' },
      'patron-invalid': { to: 'invalid-patron' },
      'looks-double': { to: 'duplicate' },
      'form-blank': { to: 'blank-form' },
      'limit-reached': { to: 'over-limit' },
      'copyright-limit': { to: 'copyright-review' },
      'held-locally': { to: 'local-review' },
    },
  },
  'invalid-patron': {
    display: 'Patron to be checked',
    meaning: 'No patron of ours, or one who may not borrow now.',
    needsAttention: true,
    on: { ...STOPPED, ...AMENDED },
  },
  duplicate: {
    display: 'Perhaps a duplicate',
    meaning: 'The patron has asked for the same before, or has it.',
    needsAttention: true,
    on: { ...STOPPED, ...AMENDED },
  },
  'blank-form': {
    display: 'Citation to be completed',
    meaning: 'The citation has too few details to search for it.',
    needsAttention: true,
    on: { ...AMENDED, cancel: { to: 'cancelled' } },
  },
  'over-limit': {
    display: 'Over the limit',
    meaning: 'The patron has as many requests as allowed.',
    needsAttention: true,
    on: STOPPED,
  },
  'copyright-review': {
    display: 'Copyright to be decided',
    meaning: 'A further copy of this periodical or work needs permission, royalty or a decision of staff (CONTU).',
    needsAttention: true,
    on: STOPPED,
  },
  'local-review': {
    display: 'Held in the consortium',
    meaning: 'The consortium holds the requested title, or may hold it.',
    needsAttention: true,
    on: {
      ...AMENDED,
      'fill-locally': { to: 'filled-locally' },
      'source-outside': { to: 'requested', timer: 'source-by' },
      cancel: { to: 'cancelled' },
    },
  },
} as const satisfies RequesterPhase;
