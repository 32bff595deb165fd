/** The service that an interlibrary request asks for: the item itself, a copy of a part of it, or either (ISO 18626 serviceType). */
export type Service = 'loan' | 'copy' | 'copy-or-loan';

/** What an OpenURL says under each key, in lower case, in the order in which it stands there. */
export type Values = ReadonlyMap<string, readonly string[]>;

/**
 * What an OpenURL says of the service: the item or a copy, where it is to be collected, by which day (`YYYY-MM-DD`), and a
 * note.
 */
export type OpenUrlService = { type?: Service; pickup?: string; needBy?: string; note?: string };

const services: Readonly<Record<string, Service>> = {
  loan: 'loan',
  copy: 'copy',
  copyorloan: 'copy-or-loan',
  'copy-or-loan': 'copy-or-loan',
};

// A word as ReShare's sources send it, or an identifier that ends so. Others name the form of the answer (`json`): none of ours.
const typeIn = (value: string | undefined): Service | undefined => {
  const name = value?.split(/[:/#]/).at(-1)?.toLowerCase() ?? '';
  return Object.hasOwn(services, name) ? services[name] : undefined;
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Reads the service; `ignored` lists the keys whose value names no service of ours, or no day. */
export const serviceIn = (values: Values): { service: OpenUrlService; ignored: string[] } => {
  const one = (key: string): string | undefined => values.get(key)?.[0];
  const keys = ['svc.id', 'svc_id'].filter((key) => values.has(key));
  const type = keys.map((key) => typeIn(one(key))).find((found) => found !== undefined);
  const [pickup, day, note] = [one('svc.pickuplocation'), one('svc.neededby'), one('svc.note')];
  const hasDay = day !== undefined && isDay(day);
  return {
    service: {
      ...(type && { type }),
      ...(pickup !== undefined && { pickup }),
      ...(hasDay && { needBy: day }),
      ...(note !== undefined && { note }),
    },
    ignored: [
      ...keys.filter((key) => typeIn(one(key)) === undefined),
      ...(day !== undefined && !hasDay ? ['svc.neededby'] : []),
    ],
  };
};
