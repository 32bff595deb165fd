import { type Describing, describeUnion } from '../../../catalogue/public/describe-union.ts';
import type { Identifiers } from '../../domain/covers/identifiers.ts';

/** Returns the numbers of a record that everybody may see; undefined for another: what is hidden is not named to providers. */
export const publicNumbers = async (
  describing: Describing,
  recordId: string,
  now: number,
): Promise<Identifiers | undefined> => {
  const described = await describeUnion(describing, recordId, { viewer: { kind: 'anonymous' }, now });
  if (!described?.publicDescription) return undefined;
  const { isbn13: isbn, oclc, lccn } = described.publicDescription.identifiers;
  return { isbn, oclc, lccn };
};
