import * as z from 'zod';

/** The kinds of devices that a user agent tells apart. An iPad in its default setting says that it is a computer. */
const deviceKinds = ['computer', 'phone', 'tablet', 'other'] as const;
const browsers = ['chrome', 'edge', 'firefox', 'opera', 'safari', 'samsung', 'other'] as const;

/** The stored description of a device on which a patron signed in: enough to recognise it, no version, model or address. */
export const deviceSchema = z.strictObject({ kind: z.enum(deviceKinds), browser: z.enum(browsers) });
export type Device = z.infer<typeof deviceSchema>;

/** The first pattern that matches says the kind. Besides iPads, which come first, only phones say `Mobile`. */
const kinds: readonly [RegExp, Device['kind']][] = [
  [/iPhone|iPod|Windows Phone/, 'phone'],
  [/iPad|\bTablet\b/, 'tablet'],
  [/\bMobile\b/, 'phone'],
  [/Android/, 'tablet'],
  [/Windows NT|Macintosh|X11|CrOS/, 'computer'],
];

/** The patterns of browsers: most of them also name Chrome, and all of those Safari. */
const names: readonly [RegExp, Device['browser']][] = [
  [/\bEdg(?:A|iOS)?\//, 'edge'],
  [/\b(?:OPR|OPT|OPiOS)\//, 'opera'],
  [/\bSamsungBrowser\//, 'samsung'],
  [/\b(?:Firefox|FxiOS)\//, 'firefox'],
  [/\b(?:Chrome|CriOS)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];

/** No browser's user agent is longer. */
const LONGEST = 512;

/** Returns the device that a user agent describes. Whoever calls chooses the text: only names of our own come from it. */
export const deviceOf = (userAgent: string | undefined): Device => {
  const text = (userAgent ?? '').slice(0, LONGEST);
  const kind = kinds.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
  return { kind, browser: names.find(([pattern]) => pattern.test(text))?.[1] ?? 'other' };
};
