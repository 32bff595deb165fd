const english = 'rolls?|seal(?:s|ed)?|hash(?:es|ed)?|snapshots?|watermarks?|clusters?|idle|unattributed';
const spanish =
  'rollos?|sell(?:o|os|ad[oa]s?|ar)|instantáneas?|marcas? de agua|clústere?s?|ocios[oa]s?|reposo|capacidad sin uso|sin atribuir';

// JavaScript's \b takes accented letters for ends of words.
const whole = (words: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, flags);
const ofTheSystem = whole(`${english}|${spanish}`, 'iu');
const caseNumber = whole('[CFGW]\\d{1,3}', 'u');

/**
 * Returns the first word of a text, in English or Spanish, that names a part of the system or a case: it means nothing to staff and
 * patrons. Placeholders and function keys are no words of a text.
 */
export const systemWordIn = (text: string): string | undefined => {
  const shown = text.replaceAll(/\{[^{}]*\}/g, '');
  return (ofTheSystem.exec(shown) ?? caseNumber.exec(shown.replaceAll(/\bF\d{1,2}\b/g, '')))?.[0];
};
