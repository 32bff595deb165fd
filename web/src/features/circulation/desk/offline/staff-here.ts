import { currentSession } from '../../../../api/session.ts';

const place = 'concord.offline-staff';
type Staff = { staffId: string; name: string };

/** Notes who is signed in, for the time without the API. */
export const noteStaff = (staff: Staff): void =>
  sessionStorage.setItem(place, JSON.stringify({ ...staff, family: currentSession()?.family }));

/** Returns who is signed in in this tab; undefined while that is not known. */
export const staffHere = (): Staff | undefined => {
  const { family, staffId, name } = JSON.parse(sessionStorage.getItem(place) ?? '{}');
  return staffId !== undefined && family === currentSession()?.family ? { staffId, name } : undefined;
};
