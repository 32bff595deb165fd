import type { ReactNode } from 'react';
import './scroll-table.css';

/** A table that may be wider than the screen: it scrolls separately from the page, also by keyboard. */
export const ScrollTable = ({ name, children }: { name: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1).
  <section className="table-scroll" aria-label={name} tabIndex={0}>
    <table>{children}</table>
  </section>
);
