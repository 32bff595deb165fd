import { trimIsbd } from '../../../../layers/protocols/marc/isbd.ts';

/** Returns a displayed name without its dates: "Austen, Jane" for "Austen, Jane, 1775-1817". */
export const undated = (name: string, dates: string): string => {
  const at = name.lastIndexOf(dates);
  if (at <= 0) return name;
  // Additions may follow the dates.
  const [before, after] = [name.slice(0, at).trim(), name.slice(at + dates.length).replace(/^[\s,]+/, '')];
  if (after === '') return trimIsbd(before);
  return `${after.startsWith('(') ? trimIsbd(before) : before} ${after}`;
};

const year = (text: string): string => text.padStart(4, '0');

/**
 * Returns the years of birth and death in the dates of a heading, where both what they are and their era are sure: not those of activity,
 * approximate ones, or ones before our era.
 */
export const lifeOf = (dates: string): { birthDate?: string; deathDate?: string } => {
  const plain = dates.trim();
  const [, from, to] = /^(\d{3,4})-(\d{3,4})?$/.exec(plain) ?? [];
  const born = from ?? /^(?:born|b\.) (\d{3,4})$/i.exec(plain)?.[1];
  const died = to ?? /^(?:-|(?:died|d\.) )(\d{3,4})$/i.exec(plain)?.[1];
  return { ...(born && { birthDate: year(born) }), ...(died && { deathDate: year(died) }) };
};
