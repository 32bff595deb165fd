const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Text as it stands in an element or, in double quotes, in an attribute. What XML cannot hold at all is the caller's to leave out. */
export const escapedXml = (text: string): string =>
  text.replace(/[&<>"\r]/g, (character) => entities[character] ?? character);
