export { type BookedStatement, bookedStatement } from '../data/booked-statement.ts';
