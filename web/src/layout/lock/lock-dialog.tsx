import { type ReactNode, useEffect, useId, useRef } from 'react';
import './lock.css';

/** A dialog that covers the page and stays until it is taken away; the focus then returns to where it was. */
export const LockDialog = ({ title, above, children }: { title: string; above?: ReactNode; children: ReactNode }) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="page-lock"
      aria-labelledby={id}
      onCancel={(event) => event.preventDefault()}
      onClose={() => dialog.current?.showModal()}
    >
      {above}
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
};
