const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Escapes text for an element or a double-quoted attribute. The caller removes characters that XML does not permit. */
export const escapedXml = (text: string): string =>
  text.replace(/[&<>"\r]/g, (character) => entities[character] ?? character);
