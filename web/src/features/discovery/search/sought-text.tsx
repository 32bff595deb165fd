const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** A shorter word of a query would mark the beginnings of many others. */
const SHORTEST = 3;

/** Text with the words of a query marked: those equal to one of them, or that begin with one of at least three letters. */
export const SoughtText = ({ text, q = '' }: { text: string; q?: string | undefined }) => {
  const sought = folded(q).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (sought.length === 0) return text;
  const isSought = (part: string): boolean =>
    sought.some((one) => folded(part) === one || (one.length >= SHORTEST && folded(part).startsWith(one)));
  return (
    text
      .split(/([\p{L}\p{N}\p{M}]+)/u)
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
      .map((part, at) => (at % 2 === 1 && isSought(part) ? <mark key={at}>{part}</mark> : part))
  );
};
