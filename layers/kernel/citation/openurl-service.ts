/** The requested service of an interlibrary request: the item, a copy of a part of it, or either (ISO 18626 serviceType). */
export type Service = 'loan' | 'copy' | 'copy-or-loan';

/** The values of an OpenURL by key, in lower case, in their order. */
export type Values = ReadonlyMap<string, readonly string[]>;

/** The service part of an OpenURL: loan or copy, pickup place, the last useful day (`YYYY-MM-DD`), and a note. */
export type OpenUrlService = { type?: Service; pickup?: string; needBy?: string; note?: string };

const services: Readonly<Record<string, Service>> = {
  loan: 'loan',
  copy: 'copy',
  copyorloan: 'copy-or-loan',
  'copy-or-loan': 'copy-or-loan',
};

// A service name as ReShare's sources send it, or an identifier that ends in one. Other names state a response format (`json`) and are
// ignored.
const typeIn = (value: string | undefined): Service | undefined => {
  const name = value?.split(/[:/#]/).at(-1)?.toLowerCase() ?? '';
  return Object.hasOwn(services, name) ? services[name] : undefined;
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Parses the service; `ignored` lists the keys with an unknown service or an invalid day. */
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
