export { lateSince } from '../domain/loans/late-since.ts';
