/** The answers that end text messages: the ones that carriers require (CTIA), in the languages of our texts and in French. */
const stops = new Set([
  ...['STOP', 'STOPALL', 'END', 'CANCEL', 'QUIT', 'UNSUBSCRIBE', 'OPTOUT', 'REVOKE', 'REMOVE'],
  ...['ARRET', 'ALTO', 'BAJA', 'PARAR', 'CANCELAR', 'TD'],
]);
/** The answers that allow them again. */
const starts = new Set(['START', 'UNSTOP', 'ALTA', 'REANUDAR', 'COMMENCER']);

/**
 * Returns what a reply to a text message asks for: to stop, to start again, or nothing that we answer (the provider answers HELP). The
 * whole reply must be the word, in any case, with or without accents, or begin with STOP.
 */
export const askedByReply = (reply: string): 'stop' | 'start' | undefined => {
  const typed = reply
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\s]/gu, '')
    .trim()
    .toUpperCase();
  const whole = typed.replaceAll(/\s+/gu, '');
  if (stops.has(whole) || /^STOP\b/.test(typed)) return 'stop';
  return starts.has(whole) ? 'start' : undefined;
};
