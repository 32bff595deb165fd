/** Codes that MARC no longer assigns, which older records have and which say nothing, or another language, elsewhere. */
const retired: Readonly<Record<string, string>> = {
  ...{ cam: 'km', esp: 'eo', eth: 'gez', far: 'fo', fri: 'fy', gae: 'gd', gag: 'gl', gal: 'om', gua: 'gn', int: 'ia' },
  ...{ iri: 'ga', lan: 'oc', lap: 'se', max: 'gv', mla: 'mg', sao: 'sm', snh: 'si', sso: 'st', swz: 'ss', tag: 'tl' },
  ...{ taj: 'tg', tar: 'tt', tsw: 'tn' },
};

/** Returns the BCP 47 tag of a MARC language code: "en" for "eng", "de" for "ger". Undefined for what is no code, or says no language. */
export const languageTag = (code: string): string | undefined => {
  if (!/^[a-z]{3}$/.test(code) || code === 'und') return undefined;
  return retired[code] ?? Intl.getCanonicalLocales(code)[0];
};
