import type { HandedScan } from './desk.ts';

/** The scans that one page passes to the next: whole scans, and the beginning of one that is being typed. */
type Handed = { to: string; scans: HandedScan[]; typed: string; until: number };

const LATEST_MS = 30_000;
// In memory only: a page that is loaded again or gone back to must not repeat a scan.
let handed: Handed | undefined;

/** The page of the desk as a receiver of scans; others are the records of patrons, by the patron's id. */
export const deskPage = 'desk';

/** Leaves scans to the desk, or to the desk on a patron's record. */
export const handScans = (to: string, scans: readonly HandedScan[], typed = ''): void => {
  const before = handed?.to === to ? handed.scans : [];
  handed = { to, scans: [...before, ...scans], typed, until: Date.now() + LATEST_MS };
};

/** Returns once what was left to a receiver; nothing after half a minute. */
export const takeHanded = (to: string): Pick<Handed, 'scans' | 'typed'> => {
  const taken = handed;
  handed = undefined;
  return taken?.to === to && taken.until > Date.now() ? taken : { scans: [], typed: '' };
};
