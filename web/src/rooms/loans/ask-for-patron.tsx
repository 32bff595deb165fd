import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { BranchChoice } from '../../parts/branch-choice.tsx';
import { Empty } from '../../parts/states.tsx';
import { useSay } from '../../words/words.tsx';
import { useBranch } from '../desk/use-branch.ts';
import { type Asking, Ways } from '../openurl/ask.tsx';

/** Asks in the name of the patron whose card is shown; it is collected at a branch where one works. */
export const AskForPatron = (asking: Asking) => {
  const say = useSay();
  const { branches, branch, choose } = useBranch('ill', 'desk', 'desk-supervisor');
  const [card, setCard] = useState('');
  const [patron, setPatron] = useState('');
  if (!branch) return <Empty title={say('cite.not-here')} />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setPatron(card.trim());
  };
  return (
    <section className="card stack" aria-labelledby="ask">
      <h2 id="ask">{say('cite.for-patron')}</h2>
      <form className="row" onSubmit={submit}>
        <TextInput
          label={say('cite.card')}
          required
          maxLength={64}
          autoComplete="off"
          value={card}
          onChange={({ currentTarget }) => setCard(currentTarget.value)}
        />
        <BranchChoice branches={branches} branch={branch} choose={choose} />
        <Button type="submit" variant="default">
          {say('cite.show')}
        </Button>
      </form>
      {patron !== '' && <Ways key={patron} asking={{ ...asking, patron }} pickup={branch.branchId} />}
    </section>
  );
};
