import { Button } from '@mantine/core';
import { useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay } from '../../../i18n/translate.ts';
import { HideForm } from './hide-form.tsx';
import { type Audience, type Hidden, type Part, seenBy } from './visibility.ts';

type Given = {
  /** What it is called here, for eyes and for the button's name. */
  name: string;
  what: Part;
  hidden: Hidden;
  /** From whom it is hidden with what it belongs to. */
  above?: readonly Audience[];
};

/** From whom a part of a record is hidden, who sees it still, and who brought it into this state, when and why. */
const State = ({ hidden: { hiddenFrom, last }, above = [] }: Pick<Given, 'hidden' | 'above'>) => {
  const say = useSay();
  const { time } = useFormat();
  const named = (some: readonly Audience[]): string => some.map((one) => say(`audience.${one}`)).join(', ');
  return (
    <>
      {hiddenFrom.length > 0 && (
        <p>
          <Badge tone="mark">{say('visibility.hidden-from', { from: named(hiddenFrom) })}</Badge>
        </p>
      )}
      {above.length > 0 && <p>{say('visibility.above', { from: named(above) })}</p>}
      <p>{say(`visibility.seen-${seenBy([...hiddenFrom, ...above])}`)}</p>
      {last && (
        <p className="quiet">
          {last.reason} · {say('union.by', { id: last.by, date: time(last.at) })}
        </p>
      )}
    </>
  );
};

/** One part of a record: who sees it, and the way to hide it or to show it again. */
export const HiddenPart = ({ name, what, hidden, above = [] }: Given) => {
  const say = useSay();
  const [isChanging, setChanging] = useState(false);
  return (
    <div className="row-body">
      <h3 className="row-title">{name}</h3>
      <State hidden={hidden} above={above} />
      {isChanging ? (
        <HideForm what={what} hiddenFrom={hidden.hiddenFrom} above={above} away={() => setChanging(false)} />
      ) : (
        <p>
          <Button
            size="sm"
            variant="default"
            aria-label={say('visibility.change-of', { name })}
            onClick={() => setChanging(true)}
          >
            {say('visibility.change')}
          </Button>
        </p>
      )}
    </div>
  );
};
