export {
  billViewSchema,
  changedRefusal,
  exampleBill,
  exampleHold,
  exampleLoan,
  holdViewSchema,
  itemRefSchema,
  itemRefusals,
  itemStateSchema,
  loanViewSchema,
  placeRefusals,
  ruled,
} from '../schemas/shapes.ts';
