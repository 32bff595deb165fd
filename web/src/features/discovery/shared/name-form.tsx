import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import './lists.css';

const LONGEST = 100;

type Form = {
  label: string;
  does: string;
  first?: string;
  autoFocus?: boolean;
  sending: { mutate: (name: string) => void; isPending: boolean; error: unknown };
};

/** The form for the name of a new or renamed list; Enter submits it. */
export const NameForm = ({ label, does, first = '', autoFocus = false, sending }: Form) => {
  const [name, setName] = useState(first);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') sending.mutate(name.trim());
      }}
    >
      <div className="list-form">
        <TextInput
          label={label}
          value={name}
          maxLength={LONGEST}
          autoFocus={autoFocus}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" loading={sending.isPending} disabled={name.trim() === ''}>
          {does}
        </Button>
      </div>
      {sending.error !== null && <FailedNotice thrown={sending.error} />}
    </form>
  );
};
