/** Hands a text to the browser as a file, for spreadsheets unless its media type is said. Takes its name and what is in it. */
export const download = (name: string, text: string, type = 'text/csv'): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
};
