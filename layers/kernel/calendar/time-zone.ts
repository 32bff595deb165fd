/** Returns whether a text names an IANA time zone (`Europe/Berlin`) that the runtime knows. */
export const isTimeZone = (zone: string): boolean => {
  // The runtime also accepts offsets, but an offset has no daylight saving time: a branch's hours need a location.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
