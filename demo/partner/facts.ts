/** A fact that arrived by a webhook; `id` is the header `webhook-id`. */
export type ArrivedFact = { at: string; id: string; type: string };

/** The number of facts that are remembered. */
const MOST = 100;
const NAMES = { id: 200, type: 40 };

const typeOf = (body: Buffer): string => {
  try {
    return String((JSON.parse(body.toString('utf8')) as { type?: unknown }).type);
  } catch {
    return 'no JSON';
  }
};

/** The facts that arrived at `/webhooks`, the newest last. It has no secret, so it does not verify them. */
export const arrivedFacts = () => {
  const facts: ArrivedFact[] = [];
  return {
    take: (id: string, body: Buffer): void => {
      const fact = { id: id.slice(0, NAMES.id), type: typeOf(body).slice(0, NAMES.type) };
      facts.push({ at: new Date().toISOString(), ...fact });
      if (facts.length > MOST) facts.shift();
    },
    all: (): readonly ArrivedFact[] => facts,
  };
};
export type ArrivedFacts = ReturnType<typeof arrivedFacts>;
