import type { StatementLanguage } from '../../statements/files/statement-texts.ts';
import type { CostLine } from '../five-years.ts';
import type { LibraryShare, ShareName } from '../library-shares.ts';
import type { PaidCostField } from '../paid-costs.ts';
import type { PublishedExample } from '../published-fees.ts';
import type { WorkloadField } from '../workload.ts';

type Size = NonNullable<LibraryShare['size']>;

/** The texts of an estimate on paper, with the same wording as in the web app; sentences have placeholders. */
export type EstimateTexts = {
  title: string;
  prices: string;
  sum: string;
  average: string;
  costs: string;
  year: string;
  total: string;
  once: string;
  today: string;
  less: string;
  more: string;
  checkout: string;
  marginal: string;
  cloud: string;
  whole: string;
  shares: string;
  library: string;
  loans: string;
  formulas: Record<ShareName, string>;
  sizes: Record<Size, string>;
  published: string;
  example: string;
  fee: string;
  examples: Record<PublishedExample, string>;
  assumptions: string;
  assumption: string;
  value: string;
  source: string;
  entered: string;
  lines: Record<CostLine, string>;
  workload: Record<WorkloadField, string>;
  paid: Record<PaidCostField, string>;
  sources: Record<WorkloadField | PaidCostField, string>;
  page: string;
};

const english: EstimateTexts = {
  title: 'What Concord would cost',
  prices: 'Cloud at the prices of {from} in {region}, without taxes. Amounts in {currency}.',
  sum: 'Five years, everything included',
  average: 'a year on average',
  costs: 'Five years',
  year: 'Year {year}',
  total: 'Total',
  once: 'once',
  today: 'Your present systems',
  less: 'Concord costs {amount} less in five years',
  more: 'Concord costs {amount} more in five years',
  checkout: 'One loan',
  marginal: 'The use that one more loan adds',
  cloud: 'With its part of the cloud',
  whole: 'With its part of everything paid',
  shares: 'Each library, a year on average',
  library: 'Libraries',
  loans: 'Loans a year',
  formulas: { equal: 'Equal shares', loans: 'By loans', half: 'Half equal, half by loans' },
  sizes: { large: 'Large', middle: 'Middle', small: 'Small' },
  published: 'Published fees of other consortia, a year',
  example: 'A library',
  fee: 'Fee (USD)',
  examples: {
    'evergreen-300k': 'Evergreen Indiana 2023: spends 300,000 a year',
    'evergreen-1m': 'Evergreen Indiana 2023: spends 1,000,000 a year',
    'evergreen-2500k': 'Evergreen Indiana 2023: spends 2,500,000 a year',
    'mnpals-1000': 'MnPALS 2021: tier 1, 1,000 students',
    'mnpals-5200': 'MnPALS 2021: tier 3, 5,200 students',
    'noble-35000': 'NOBLE, small libraries: 35,000 items',
    'noble-70000': 'NOBLE, small libraries: 70,000 items',
    'marmot-3': 'Marmot 2019: 3 staff sessions',
    'marmot-10': 'Marmot 2019: 10 staff sessions',
  },
  assumptions: 'What this estimate assumes',
  assumption: 'Assumption',
  value: 'Value',
  source: 'Source',
  entered: 'entered',
  lines: {
    cloud: 'Cloud',
    staff: 'Staff of the system',
    'cloud-support': 'Support plan of the cloud',
    contract: 'Contract for help with the software',
    'text-number': 'Number for text messages',
    gateways: 'Gateways for self-checks',
    payments: 'Fees of card payments',
    covers: 'Covers and enrichment',
    migration: 'Migration',
    training: 'Training',
  },
  workload: {
    members: 'Member libraries',
    checkoutsAYear: 'Loans a year',
    records: 'Records',
    items: 'Copies',
    patrons: 'Patrons',
    searchesPerCheckout: 'Searches for each loan',
    loanRequestsAYear: 'Requests between libraries a year',
    emailsPerCheckout: 'E-mails for each loan',
    textsPerCheckout: 'Text messages for each loan',
    filesGb: 'Files, GB',
    monthsInService: 'Months in service',
  },
  paid: {
    staffHoursAMonth: 'Hours of staff a month',
    hourRate: 'Cost of an hour',
    supportPercent: 'Cloud support, % of the cloud',
    supportLeastAMonth: 'Cloud support, at least a month',
    contractAYear: 'Contract for help, a year',
    textNumberAMonth: 'Number for text messages, a month',
    gateways: 'Gateways for self-checks',
    gatewayAYear: 'Each gateway, a year',
    paymentsAYear: 'Card payments a year',
    paymentFee: 'Fee of a card payment',
    coversAYear: 'Covers and enrichment, a year',
    migrationHoursALibrary: 'Hours of migration for each library',
    trainingHoursALibrary: 'Hours of training for each library',
    useGrowthPercent: 'More use each year, %',
    priceGrowthPercent: 'Higher prices each year, %',
    todayAYear: 'Present systems, all libraries, a year',
    todayGrowthPercent: 'Present systems, more each year, %',
  },
  sources: {
    members: 'reference',
    checkoutsAYear: 'reference',
    records: 'reference',
    items: '1.25 a record, as in the demo',
    patrons: '10 loans a patron and year',
    searchesPerCheckout: 'as in the demo, the public’s included',
    loanRequestsAYear: 'as in the demo, 6 in a thousand loans',
    emailsPerCheckout: 'every other loan',
    textsPerCheckout: 'none',
    filesGb: '700 bytes a record',
    monthsInService: 'the end of the first year',
    staffHoursAMonth: 'chosen: 20, and one for each library',
    hourRate: 'chosen: about 96,000 for 1,600 hours a year',
    supportPercent: 'AWS Business Support, first 10,000 a month',
    supportLeastAMonth: 'AWS Business Support, least sum',
    contractAYear: 'chosen: none; enter an offer',
    textNumberAMonth: 'chosen: toll-free number at 2.00, if texts are sent',
    gateways: 'chosen: one for each library',
    gatewayAYear: 'chosen: a computer of 300 for five years, and electricity',
    paymentsAYear: 'chosen: one for 200 loans',
    paymentFee: 'list price: 2.9 % of 10.00, and 0.30',
    coversAYear: 'chosen: free covers of Open Library; enter an offer',
    migrationHoursALibrary: 'chosen: mapping, a test load, the cut-over',
    trainingHoursALibrary: 'chosen: four of the staff for half a day',
    useGrowthPercent: 'chosen',
    priceGrowthPercent: 'chosen',
    todayAYear: 'unknown: enter your invoices',
    todayGrowthPercent: 'as Marmot’s basic system, 2018 to 2019',
  },
  page: 'page {page} of {pages}',
};

const spanish: EstimateTexts = {
  title: 'Lo que costaría Concord',
  prices: 'Nube a los precios del {from} en {region}, sin impuestos. Importes en {currency}.',
  sum: 'Cinco años, todo incluido',
  average: 'al año de media',
  costs: 'Cinco años',
  year: 'Año {year}',
  total: 'Total',
  once: 'una vez',
  today: 'Sus sistemas actuales',
  less: 'Concord cuesta {amount} menos en cinco años',
  more: 'Concord cuesta {amount} más en cinco años',
  checkout: 'Un préstamo',
  marginal: 'El uso que añade un préstamo más',
  cloud: 'Con su parte de la nube',
  whole: 'Con su parte de todo lo pagado',
  shares: 'Cada biblioteca, al año de media',
  library: 'Bibliotecas',
  loans: 'Préstamos al año',
  formulas: { equal: 'A partes iguales', loans: 'Por préstamos', half: 'Mitad igual, mitad por préstamos' },
  sizes: { large: 'Grandes', middle: 'Medianas', small: 'Pequeñas' },
  published: 'Cuotas publicadas de otros consorcios, al año',
  example: 'Una biblioteca',
  fee: 'Cuota (USD)',
  examples: {
    'evergreen-300k': 'Evergreen Indiana 2023: gasta 300.000 al año',
    'evergreen-1m': 'Evergreen Indiana 2023: gasta 1.000.000 al año',
    'evergreen-2500k': 'Evergreen Indiana 2023: gasta 2.500.000 al año',
    'mnpals-1000': 'MnPALS 2021: nivel 1, 1.000 estudiantes',
    'mnpals-5200': 'MnPALS 2021: nivel 3, 5.200 estudiantes',
    'noble-35000': 'NOBLE, bibliotecas pequeñas: 35.000 ejemplares',
    'noble-70000': 'NOBLE, bibliotecas pequeñas: 70.000 ejemplares',
    'marmot-3': 'Marmot 2019: 3 sesiones de personal',
    'marmot-10': 'Marmot 2019: 10 sesiones de personal',
  },
  assumptions: 'Lo que supone esta estimación',
  assumption: 'Supuesto',
  value: 'Valor',
  source: 'Fuente',
  entered: 'indicado',
  lines: {
    cloud: 'Nube',
    staff: 'Personal del sistema',
    'cloud-support': 'Plan de soporte de la nube',
    contract: 'Contrato de ayuda con el programa',
    'text-number': 'Número para mensajes de texto',
    gateways: 'Pasarelas de autopréstamo',
    payments: 'Comisiones de pagos con tarjeta',
    covers: 'Portadas y enriquecimiento',
    migration: 'Migración',
    training: 'Formación',
  },
  workload: {
    members: 'Bibliotecas miembro',
    checkoutsAYear: 'Préstamos al año',
    records: 'Registros',
    items: 'Ejemplares',
    patrons: 'Usuarios',
    searchesPerCheckout: 'Búsquedas por préstamo',
    loanRequestsAYear: 'Solicitudes entre bibliotecas al año',
    emailsPerCheckout: 'Correos por préstamo',
    textsPerCheckout: 'Mensajes de texto por préstamo',
    filesGb: 'Archivos, GB',
    monthsInService: 'Meses en servicio',
  },
  paid: {
    staffHoursAMonth: 'Horas de personal al mes',
    hourRate: 'Coste de una hora',
    supportPercent: 'Soporte de la nube, % de la nube',
    supportLeastAMonth: 'Soporte de la nube, mínimo al mes',
    contractAYear: 'Contrato de ayuda, al año',
    textNumberAMonth: 'Número para mensajes, al mes',
    gateways: 'Pasarelas de autopréstamo',
    gatewayAYear: 'Cada pasarela, al año',
    paymentsAYear: 'Pagos con tarjeta al año',
    paymentFee: 'Comisión de un pago con tarjeta',
    coversAYear: 'Portadas y enriquecimiento, al año',
    migrationHoursALibrary: 'Horas de migración por biblioteca',
    trainingHoursALibrary: 'Horas de formación por biblioteca',
    useGrowthPercent: 'Más uso cada año, %',
    priceGrowthPercent: 'Precios más altos cada año, %',
    todayAYear: 'Sistemas actuales, todas las bibliotecas, al año',
    todayGrowthPercent: 'Sistemas actuales, más cada año, %',
  },
  sources: {
    members: 'referencia',
    checkoutsAYear: 'referencia',
    records: 'referencia',
    items: '1,25 por registro, como en la demostración',
    patrons: '10 préstamos por usuario y año',
    searchesPerCheckout: 'como en la demostración, con las del público',
    loanRequestsAYear: 'como en la demostración, 6 de cada mil préstamos',
    emailsPerCheckout: 'uno de cada dos préstamos',
    textsPerCheckout: 'ninguno',
    filesGb: '700 bytes por registro',
    monthsInService: 'el fin del primer año',
    staffHoursAMonth: 'elegido: 20, y una por biblioteca',
    hourRate: 'elegido: unos 96.000 por 1.600 horas al año',
    supportPercent: 'AWS Business Support, primeros 10.000 al mes',
    supportLeastAMonth: 'AWS Business Support, mínimo',
    contractAYear: 'elegido: ninguno; indique una oferta',
    textNumberAMonth: 'elegido: número gratuito a 2,00 si se envían textos',
    gateways: 'elegido: una por biblioteca',
    gatewayAYear: 'elegido: un ordenador de 300 para cinco años, y electricidad',
    paymentsAYear: 'elegido: uno por cada 200 préstamos',
    paymentFee: 'precio de lista: 2,9 % de 10,00, más 0,30',
    coversAYear: 'elegido: portadas gratuitas de Open Library; indique una oferta',
    migrationHoursALibrary: 'elegido: correspondencias, carga de prueba y cambio',
    trainingHoursALibrary: 'elegido: cuatro del personal durante medio día',
    useGrowthPercent: 'elegido',
    priceGrowthPercent: 'elegido',
    todayAYear: 'desconocido: indique sus facturas',
    todayGrowthPercent: 'como el sistema básico de Marmot, 2018 a 2019',
  },
  page: 'página {page} de {pages}',
};

/** The texts of an estimate on paper, by language. */
export const estimateTexts: Record<StatementLanguage, EstimateTexts> = { eng: english, spa: spanish };
