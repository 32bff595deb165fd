import { Button } from '@mantine/core';
import { useDirectory } from '../../parts/directory.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import type { Question } from './desk-types.ts';

/** Asked once, when a number is both a card and an item or two members' card; answered by a letter or a click. */
export const QuestionPanel = ({ question, answer }: { question: Question; answer: (letter: string) => boolean }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { memberName } = useDirectory();
  const isWhose = question.kind === 'whose-card';
  return (
    <div className="notice notice-mark" role="alert">
      <div>
        <p className="notice-title">{say(isWhose ? 'desk.whose-card' : 'desk.card-or-item')}</p>
        <p className="row">
          {question.choices.map(({ letter, value }) => (
            <Button key={letter} variant="default" onClick={() => answer(letter)}>
              {isWhose ? memberName(value) : sayOf('desk-is', value)}&nbsp;<kbd>{letter.toUpperCase()}</kbd>
            </Button>
          ))}
        </p>
      </div>
    </div>
  );
};
