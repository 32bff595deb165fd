export {
  afterSignOut,
  type EndedSessions,
  endedSessionsSchema,
  goesOn,
  type PatronSessions,
  type SessionsOfPatron,
} from '../domain/session.ts';
