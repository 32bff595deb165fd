/** Whether a text names a time zone of the IANA list (`Europe/Berlin`), as the engine's own calendar knows it. */
export const isTimeZone = (zone: string): boolean => {
  // An offset is taken too, but knows no change of the clock: a branch's hours need the place.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
