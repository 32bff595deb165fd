import { DateTime } from 'luxon';

/** Returns an instant (epoch ms) as an 18-character SIP2 date in a time zone: `YYYYMMDD`, four blanks (local time), `HHMMSS`. */
export const sipDate = (at: number, timeZone: string): string =>
  DateTime.fromMillis(at, { zone: timeZone }).toFormat("yyyyMMdd'    'HHmmss");

/**
 * Reads an 18-character SIP2 date as an instant in epoch ms: blanks in the zone mean local time, `Z` means UTC. Undefined when it is no
 * date. Other zone letters (ISO 8601's predecessor ANSI X3.43) are read as local time, as self-checks send them.
 */
export const readSipDate = (text: string, timeZone: string): number | undefined => {
  const found = /^(\d{8})(.{4})(\d{6})$/.exec(text);
  if (!found) return undefined;
  const [, day, zone, time] = found;
  const read = DateTime.fromFormat(`${day}${time}`, 'yyyyMMddHHmmss', {
    zone: zone?.trim() === 'Z' ? 'utc' : timeZone,
  });
  return read.isValid ? read.toMillis() : undefined;
};
