/** Prints the list of the page, although slips wait beside it. */
export const printList = (): void => {
  document.body.dataset.prints = 'list';
  window.print();
  delete document.body.dataset.prints;
};

/** Prints one set of documents of 80 mm paper, and no other that the page shows. */
export const printPapers = (papers: HTMLElement | null): void => {
  papers?.setAttribute('data-printed', '');
  window.print();
  papers?.removeAttribute('data-printed');
};
