/** Returns an address at which the browser opens a file that its address contains, as prints of the Practice Library do. */
const addressOf = (url: string): string => {
  const [, type, data = ''] = /^data:([^;]+);base64,(.*)$/s.exec(url) ?? [];
  if (type === undefined) return url;
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type }));
};

/** Opens a file in a new tab. */
export const openFile = (url: string): void => {
  window.open(addressOf(url), '_blank', 'noopener');
};
