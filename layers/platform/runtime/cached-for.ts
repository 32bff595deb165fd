/** The maximum number of cached results: a container serves many people, and memory costs money. */
const MOST = 1000;

/**
 * Caches the result of `load` per key for some milliseconds, for data that rarely changes. An undefined result is cached too; a failure
 * is not. Takes the key and the time (epoch ms).
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
