export { type LoansToday, type LoanToday, loansToday } from '../data/loans-today.ts';
export { type TodayList, todayLists } from '../domain/workflow/today-lists.ts';
