import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { choiceText } from './choice-text.ts';
import { type Choice, choices, type Method } from './voting.ts';

export type PaperOf = (before: Choice | undefined, choose: (choice: Choice) => void) => ReactNode;

type Given = {
  library: string;
  /** What the library has voted, where the page knows it. */
  before: Choice | undefined;
  status: ReactNode;
  /** The method of the ballot and its paper; a vote for or against when absent. */
  method?: Method | undefined;
  paper?: PaperOf | undefined;
  casting: { isPending: boolean; error: Error | null };
  send: (choice: Choice, after: () => void) => void;
};

/** The buttons by which a library votes or changes its vote, with a confirmation. */
export const VoteForm = ({ library, before, status, method, paper, casting, send }: Given) => {
  const t = useTranslate();
  const [chosen, setChosen] = useState<Choice>();
  return (
    <section className="stack" aria-label={t('voting.vote-of', { library })}>
      {status}
      {chosen ? (
        <p className="row">
          <Button loading={casting.isPending} autoFocus onClick={() => send(chosen, () => setChosen(undefined))}>
            {t('voting.confirm', { choice: choiceText(t, method, chosen), library })}
          </Button>
          <Button variant="default" onClick={() => setChosen(undefined)}>
            {t('do.not-now')}
          </Button>
        </p>
      ) : paper ? (
        paper(before, setChosen)
      ) : (
        <p className="row">
          {choices.map((choice) => (
            <Button
              key={choice}
              variant={before === choice ? 'filled' : 'default'}
              disabled={before === choice}
              onClick={() => setChosen(choice)}
            >
              {t(`choice.${choice}`)}
            </Button>
          ))}
        </p>
      )}
      {casting.error && <FailedNotice thrown={casting.error} />}
    </section>
  );
};
