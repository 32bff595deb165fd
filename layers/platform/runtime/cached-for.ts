/** At most this many answers are kept: a container serves many people, and memory is paid for. */
const MOST = 1000;

/**
 * Keeps what `load` gives for a key for some milliseconds, so that what changes seldom is not read with every request. An
 * answer of nothing is kept as well; a failure is not. Takes the key and the time (epoch ms).
 */
export const cachedFor = <T>(
  milliseconds: number,
  load: (key: string, now: number) => Promise<T>,
): ((key: string, now: number) => Promise<T>) => {
  const answers = new Map<string, { until: number; answer: Promise<T> }>();
  return (key, now) => {
    const known = answers.get(key);
    if (known && now < known.until) return known.answer;
    const answer = load(key, now);
    answers.delete(key);
    answers.set(key, { until: now + milliseconds, answer });
    answer.catch(() => answers.delete(key));
    const [oldest] = answers.keys();
    if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
};
