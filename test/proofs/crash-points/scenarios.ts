import { acquisitionsScenarios } from './acquisitions.ts';
import { catalogueScenarios } from './catalogue.ts';
import { closingScenarios } from './closings.ts';
import { consumerScenarios } from './consumers.ts';
import { courierScenarios } from './courier.ts';
import { coverScenarios } from './covers.ts';
import { deskScenarios } from './desks.ts';
import { digitalLendingScenarios } from './digital-lending.ts';
import { financeScenarios } from './finance.ts';
import { governanceScenarios } from './governance.ts';
import { holdScenarios } from './holds.ts';
import { listScenarios } from './lists.ts';
import { loanScenarios } from './loans.ts';
import { moneyScenarios } from './money.ts';
import { patronScenarios } from './patrons.ts';
import { paymentScenarios } from './payments.ts';
import type { Scenarios } from './scenario.ts';
import { serialScenarios } from './serials.ts';
import { sharingScenarios } from './sharing.ts';
import { webhookScenarios } from './webhooks.ts';

/** Every function that is killed at every call, by its id; or the reason why it is not. */
export const crashScenarios: Readonly<Record<string, Scenarios>> = {
  ...deskScenarios,
  ...holdScenarios,
  ...listScenarios,
  ...loanScenarios,
  ...closingScenarios,
  ...courierScenarios,
  ...coverScenarios,
  ...moneyScenarios,
  ...patronScenarios,
  ...sharingScenarios,
  ...digitalLendingScenarios,
  ...financeScenarios,
  ...acquisitionsScenarios,
  ...serialScenarios,
  ...paymentScenarios,
  ...catalogueScenarios,
  ...consumerScenarios,
  ...governanceScenarios,
  ...webhookScenarios,
};
