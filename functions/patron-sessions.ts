import type { Runtime } from '../layers/platform/runtime/runtime.ts';
import type { SessionsOfPatron } from './membership/public/session.ts';
import { sessionsOfPatron } from './patrons/public/sessions-of-patron.ts';

/** Composes the state of patrons' sessions, by which membership's authorizer judges their tokens. */
export const patronSessions: (runtime: Pick<Runtime, 'environment'>) => SessionsOfPatron = sessionsOfPatron;
