import { Button } from '@mantine/core';
import { useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { HideForm } from './hide-form.tsx';
import { type Audience, type Hidden, type Part, seenBy } from './visibility.ts';

type Given = {
  /** The name of the part, as shown and in the button's label. */
  name: string;
  what: Part;
  hidden: Hidden;
  /** The audiences from which its parent is hidden. */
  above?: readonly Audience[];
};

/** The visibility of a part of a record: from whom it is hidden, who still sees it, and who last changed it, when and why. */
export const HiddenState = ({ hidden: { hiddenFrom, last }, above = [] }: Pick<Given, 'hidden' | 'above'>) => {
  const t = useTranslate();
  const { time } = useFormat();
  const named = (some: readonly Audience[]): string => some.map((one) => t(`audience.${one}`)).join(', ');
  return (
    <>
      {hiddenFrom.length > 0 && (
        <p>
          <Badge tone="warn">{t('visibility.hidden-from', { from: named(hiddenFrom) })}</Badge>
        </p>
      )}
      {above.length > 0 && <p>{t('visibility.above', { from: named(above) })}</p>}
      <p>{t(`visibility.seen-${seenBy([...hiddenFrom, ...above])}`)}</p>
      {last && (
        <p className="quiet">
          {last.reason} · {t('union.by', { id: last.by, date: time(last.at) })}
        </p>
      )}
    </>
  );
};

/** One part of a record: who sees it, and the form to hide or show it. */
export const HiddenPart = ({ name, what, hidden, above = [] }: Given) => {
  const t = useTranslate();
  const [isChanging, setChanging] = useState(false);
  return (
    <div className="row-body">
      <h3 className="row-title">{name}</h3>
      <HiddenState hidden={hidden} above={above} />
      {isChanging ? (
        <HideForm what={what} hiddenFrom={hidden.hiddenFrom} above={above} away={() => setChanging(false)} />
      ) : (
        <p>
          <Button
            size="sm"
            variant="default"
            aria-label={t('visibility.change-of', { name })}
            onClick={() => setChanging(true)}
          >
            {t('visibility.change')}
          </Button>
        </p>
      )}
    </div>
  );
};
