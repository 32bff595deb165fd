export type { IsSessionOpen, PatronSession } from '../domain/session.ts';
