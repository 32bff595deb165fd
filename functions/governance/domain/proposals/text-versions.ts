import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';

/** One version of the text of a proposal, with the members that support exactly this version. */
export type TextVersion = { number: number; hash: string; supporters: readonly string[] };

/** Returns the versions with a next one: it has no supporters until each confirms. The same text makes no version. */
export const withText = (versions: readonly TextVersion[], hash: string): TextVersion[] => {
  const last = versions.at(-1);
  return last?.hash === hash ? [...versions] : [...versions, { number: (last?.number ?? 0) + 1, hash, supporters: [] }];
};

/** Returns the versions with a member's support of the last one; undefined when the member saw an older version. */
export const withSupport = (
  versions: readonly TextVersion[],
  { memberId, number }: { memberId: string; number: number },
): TextVersion[] | undefined => {
  const last = versions.at(-1);
  if (last?.number !== number) return undefined;
  const supporters = [...new Set([...last.supporters, memberId])];
  return [...versions.slice(0, -1), { ...last, supporters }];
};

/** Returns how many supporters the last version still needs. */
export const lackingSupport = (versions: readonly TextVersion[], needed: number): number =>
  Math.max(0, needed - (versions.at(-1)?.supporters.length ?? 0));

type Written = { title: string; text: string; change?: unknown; options?: readonly string[] };

/** Returns the SHA-256 of a text: over its title and reasons, and the change or the options where it has some. */
export const hashOfText = ({ title, text, change, options }: Written, hash: (text: string) => string): string =>
  hash(
    canonicalJson({
      ...{ title, text },
      ...(change !== undefined && { change: JSON.parse(JSON.stringify(change)) }),
      ...(options && { options: [...options] }),
    }),
  );
