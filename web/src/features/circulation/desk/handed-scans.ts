import type { HandedScan } from './desk.ts';

/** The scans that one desk component passes to the next: whole scans, and the beginning of one that is being typed. */
type Handed = { patronId: string; scans: HandedScan[]; typed: string; until: number };

const LATEST_MS = 30_000;
// In memory only: a page that is loaded again or gone back to must not repeat a scan.
let handed: Handed | undefined;

/** Leaves scans to the desk on a patron's record. */
export const handScans = (patronId: string, scans: readonly HandedScan[], typed = ''): void => {
  const before = handed?.patronId === patronId ? handed.scans : [];
  handed = { patronId, scans: [...before, ...scans], typed, until: Date.now() + LATEST_MS };
};

/** Returns once what was left to the desk on a patron's record; nothing after half a minute. */
export const takeHanded = (patronId: string): Pick<Handed, 'scans' | 'typed'> => {
  const taken = handed;
  handed = undefined;
  return taken?.patronId === patronId && taken.until > Date.now() ? taken : { scans: [], typed: '' };
};
