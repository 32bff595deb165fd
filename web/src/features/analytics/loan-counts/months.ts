const ago = (month: string, by: number): string => {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, of - 1 - by, 1)).toISOString().slice(0, 7);
};

/** The months to choose from: the current one and the 60 before it, the latest first. */
export const monthsToChoose = (today = new Date().toISOString()): string[] =>
  Array.from({ length: 61 }, (_, by) => ago(today.slice(0, 7), by));

/** The months that are shown first: the last twelve that are complete. */
export const lastYear = (today = new Date().toISOString()): { from: string; to: string } => ({
  from: ago(today.slice(0, 7), 12),
  to: ago(today.slice(0, 7), 1),
});
