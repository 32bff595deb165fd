/**
 * Returns whether a text is ill-formed: it contains half of a surrogate pair, which UTF-8 cannot represent (databases refuse it), or a
 * NUL, which ends a text in other programs.
 */
export const isIllFormed = (text: string): boolean => !text.isWellFormed() || text.includes('\0');

/** Where a value is inside another: the key or position, and the place of what contains it. */
type Place = { step: string | number; inside: Place | undefined };

/** How many faults are named, and how many steps of the path to one: a request may be millions of values deep. */
const [MOST_FAULTS, MOST_STEPS] = [20, 50];

const pathOf = (place: Place | undefined): (string | number)[] => {
  const steps: (string | number)[] = [];
  for (let at = place; at !== undefined; at = at.inside) steps.push(at.step);
  return steps.reverse().slice(0, MOST_STEPS);
};

/** Returns the paths of ill-formed texts in parsed JSON, keys included; at most 20. */
export const illFormedPaths = (whole: unknown): (string | number)[][] => {
  const faults: (string | number)[][] = [];
  // A loop instead of recursion: the depth of the value is the sender's choice.
  const waiting: { value: unknown; place: Place | undefined }[] = [{ value: whole, place: undefined }];
  for (let next = waiting.pop(); next !== undefined && faults.length < MOST_FAULTS; next = waiting.pop()) {
    const { value, place: inside } = next;
    if (typeof value === 'string') {
      if (isIllFormed(value)) faults.push(pathOf(inside));
    } else if (Array.isArray(value)) {
      for (const [step, one] of value.entries()) waiting.push({ value: one, place: { step, inside } });
    } else if (typeof value === 'object' && value !== null) {
      for (const [step, one] of Object.entries(value)) {
        const place = { step, inside };
        if (isIllFormed(step)) faults.push(pathOf(place));
        else waiting.push({ value: one, place });
      }
    }
  }
  return faults;
};
