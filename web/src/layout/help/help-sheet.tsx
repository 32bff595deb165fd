import { TextInput } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../i18n/translate.ts';
import './help.css';
import { type HelpTopic, helpTopics, topicsAt } from './topics.ts';

const Topic = ({
  topic: { key, owner, next, reviewed },
  close,
  isOpen,
}: {
  topic: HelpTopic;
  close: () => void;
  isOpen: boolean;
}) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const step = textOf('help-next', key);
  return (
    <details className="help-topic" open={isOpen}>
      <summary>{textOf('help-title', key)}</summary>
      <p>{textOf('help-text', key)}</p>
      <p>
        {next === undefined ? (
          step
        ) : (
          <Link to={next} onClick={close}>
            {step}
          </Link>
        )}
      </p>
      <p className="quiet">
        {t('help.owner', { who: textOf('help-owner', owner) })} · {t('help.reviewed', { date: date(reviewed) })}
      </p>
    </details>
  );
};

/** The help of staff: the topics of the current page, and all others by a word in them. */
export const HelpSheet = ({ close }: { close: () => void }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [typed, setTyped] = useState('');
  const here = topicsAt(path);
  const wanted = typed.trim().toLocaleLowerCase();
  const others = helpTopics.filter(
    ({ key }) =>
      (wanted !== '' || !here.some((one) => one.key === key)) &&
      `${textOf('help-title', key)} ${textOf('help-text', key)}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <Dialog title={t('help.title')} close={close}>
      {wanted === '' && (
        <section aria-labelledby="help-here">
          <h3 id="help-here">{t('help.here')}</h3>
          {here.length === 0 && <p>{t('help.none')}</p>}
          {here.map((topic, place) => (
            <Topic key={topic.key} topic={topic} close={close} isOpen={place === 0} />
          ))}
        </section>
      )}
      <section aria-labelledby="help-all" className="help-all">
        <h3 id="help-all">{t('help.all')}</h3>
        <TextInput
          type="search"
          size="sm"
          label={t('help.find')}
          value={typed}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
        {others.map((topic) => (
          <Topic key={topic.key} topic={topic} close={close} isOpen={false} />
        ))}
      </section>
    </Dialog>
  );
};
