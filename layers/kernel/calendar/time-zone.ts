/** The names that were found valid: the runtime takes 70 µs for the answer, and every calendar that is read asks for one. */
const known = new Set<string>();
const MOST_KNOWN = 1000;

/** Returns whether a text names an IANA time zone (`Europe/Berlin`) that the runtime knows. */
export const isTimeZone = (zone: string): boolean => {
  // The runtime also accepts offsets, but an offset has no daylight saving time: a branch's hours need a location.
  if (!/^[A-Za-z]/.test(zone)) return false;
  if (known.has(zone)) return true;
  try {
    const isZone = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    // Bounded, because the runtime ignores case: one zone has thousands of spellings.
    if (isZone && known.size < MOST_KNOWN) known.add(zone);
    return isZone;
  } catch {
    return false;
  }
};

/**
 * Returns the local day at an instant, `YYYY-MM-DD`, as `localDay` does. Functions that only show a day use it: the library of dates would
 * enlarge them by a tenth.
 */
export const dayInZone = (timeZone: string, at: string): string =>
  // The format of Canada in English is that of ISO 8601.
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(at),
  );

/** Returns the hour of the local day at an instant, 0 to 23. */
export const hourInZone = (timeZone: string, at: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(new Date(at)));

/** Returns the local time at an instant, `HH:MM`. */
export const timeInZone = (timeZone: string, at: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  );
