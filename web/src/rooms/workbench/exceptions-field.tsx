import { useSay } from '../../words/words.tsx';
import { JsonField } from './json-field.tsx';
import type { Guard, Part } from './workbench.ts';

const ofPart = ({ when, once, guards }: Part): Pick<Part, 'when' | 'once' | 'guards'> => ({
  ...(when !== undefined && { when }),
  ...(once !== undefined && { once }),
  ...(guards !== undefined && { guards }),
});

/** For whom a part is, whether it is a one-off, and what is done to it alone: rare, so folded away and as the API has it. */
export const PartExceptions = ({ part, onChange }: { part: Part; onChange: (part: Part) => void }) => {
  const say = useSay();
  const put = (next: ReturnType<typeof ofPart>): void => {
    const { when: _w, once: _o, guards: _g, ...rest } = part;
    onChange({ ...rest, ...next } as Part);
  };
  return (
    <details className="bench-wide" open={Object.keys(ofPart(part)).length > 0}>
      <summary>{say('workbench.exceptions')}</summary>
      <p className="quiet">{say('workbench.exceptions-part')}</p>
      <JsonField label={say('workbench.exceptions-data')} value={ofPart(part)} onChange={put} />
    </details>
  );
};

/** For whom a guard is. */
export const GuardExceptions = ({ guard, onChange }: { guard: Guard; onChange: (guard: Guard) => void }) => {
  const say = useSay();
  const value = guard.when === undefined ? {} : { when: guard.when };
  const put = (next: typeof value): void => {
    const { when: _, ...rest } = guard;
    onChange({ ...rest, ...next } as Guard);
  };
  return (
    <details className="bench-wide" open={guard.when !== undefined}>
      <summary>{say('workbench.exceptions')}</summary>
      <p className="quiet">{say('workbench.exceptions-guard')}</p>
      <JsonField label={say('workbench.exceptions-data')} value={value} onChange={put} />
    </details>
  );
};
