// A file of its own because our policy lets no inline script run: sets the colours before the first paint.
// The browser lists 250 loaded files only; the desk stores the list for its work without a network.
performance.setResourceTimingBufferSize(10_000);
try {
  const kept = localStorage.getItem('mantine-color-scheme-value');
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  const language = localStorage.getItem('concord.language');
  if (language) document.documentElement.lang = language;
} catch {
  document.documentElement.setAttribute('data-mantine-color-scheme', 'light');
}
