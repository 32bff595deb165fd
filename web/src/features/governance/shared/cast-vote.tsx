import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { choiceText } from './choice-text.ts';
import { type Choice, choices, type Method, type OwnVote, useVote } from './voting.ts';

type Given = {
  ballotId: string;
  closesAt: string;
  vote: OwnVote;
  /** The libraries that the person speaks for; all where absent. */
  speaksFor?: readonly string[];
  /** The method of the ballot and its paper; a vote for or against when absent. */
  method?: Method | undefined;
  paper?: (before: Choice | undefined, choose: (choice: Choice) => void) => ReactNode;
};

/** The vote of one library in an open ballot: what it voted, and the buttons to vote or to change the vote, with a confirmation. */
export const CastVote = ({ ballotId, closesAt, vote, speaksFor, method, paper }: Given) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  const [chosen, setChosen] = useState<Choice>();
  const cast = useVote(ballotId, vote.memberId);
  const library = memberName(vote.memberId);
  const until = time(closesAt);
  const isOwn = speaksFor?.includes(vote.memberId) ?? true;
  const holder = isOwn ? undefined : vote.proxy;
  if (vote.recused) return <p>{t('voting.recused', { library })}</p>;
  const send = (choice: Choice): void =>
    cast.mutate(
      { choice, version: vote.version, ...(holder !== undefined && { holder }) },
      { onSettled: () => setChosen(undefined) },
    );
  return (
    <section className="stack" aria-label={t('voting.vote-of', { library })}>
      <p role="status">
        {vote.choice
          ? t('voting.is-cast', { choice: choiceText(t, method, vote.choice), library, until })
          : t('voting.not-cast', { library, until })}
      </p>
      {holder !== undefined && <p>{t('proxy.you-hold', { library, holder: memberName(holder) })}</p>}
      {chosen ? (
        <p className="row">
          <Button loading={cast.isPending} autoFocus onClick={() => send(chosen)}>
            {t('voting.confirm', { choice: choiceText(t, method, chosen), library })}
          </Button>
          <Button variant="default" onClick={() => setChosen(undefined)}>
            {t('do.not-now')}
          </Button>
        </p>
      ) : paper ? (
        paper(vote.choice, setChosen)
      ) : (
        <p className="row">
          {choices.map((choice) => (
            <Button
              key={choice}
              variant={vote.choice === choice ? 'filled' : 'default'}
              disabled={vote.choice === choice}
              onClick={() => setChosen(choice)}
            >
              {t(`choice.${choice}`)}
            </Button>
          ))}
        </p>
      )}
      {cast.error && <FailedNotice thrown={cast.error} />}
    </section>
  );
};
