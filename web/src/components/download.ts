/** Downloads a text or bytes as a file, as CSV unless another media type is given. Takes the file name and the content. */
export const download = (name: string, content: BlobPart, type = 'text/csv'): void => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
};
