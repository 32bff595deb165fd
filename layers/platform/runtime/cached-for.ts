/** The maximum number of cached results: a container serves many people, and memory costs money. */
const MOST = 1000;

/**
 * Caches the result of `load` per key for some milliseconds, for data that rarely changes. An undefined result is cached too; a failure
 * is not. Takes the key and the time (epoch ms); `nameOf` names a key that is not text.
 */
export const cachedFor = <T, K = string>(
  milliseconds: number,
  load: (key: K, now: number) => Promise<T>,
  nameOf: (key: K) => string = String,
): ((key: K, now: number) => Promise<T>) => {
  const answers = new Map<string, { until: number; answer: Promise<T> }>();
  return (key, now) => {
    const name = nameOf(key);
    const known = answers.get(name);
    if (known && now < known.until) return known.answer;
    const answer = load(key, now);
    answers.delete(name);
    answers.set(name, { until: now + milliseconds, answer });
    answer.catch(() => answers.delete(name));
    const [oldest] = answers.keys();
    if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
};
