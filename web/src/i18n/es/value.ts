import type { value as english } from '../en/value.ts';

export const value: Record<keyof typeof english, string> = {
  'value.title': 'Valor de la membresía',
  'value.page':
    'Lo que una biblioteca recibió del consorcio, lo que dio y lo que pagó. El efectivo y el coste evitado son dos importes y nunca se suman.',
  'value.head': '{library}, de {from} a {to}',
  'value.save-pdf': 'Guardar como PDF o imprimir',
  'value.example': '{value} (un ejemplo, no se introdujo ninguno)',
  'value.month': 'Mes',
  'value.by-month': 'Préstamos por mes',
  'value.none': 'El archivo no tiene préstamos entre bibliotecas en estos meses.',
  'value.money': 'Efectivo y coste evitado',
  'value.dues': 'Cuotas facturadas',
  'value.charges': 'Otros cargos menos notas de crédito',
  'value.cash': 'Efectivo ahorrado por compras conjuntas',
  'value.avoided': 'Coste evitado',
  'value.range': '{middle} (de {low} a {high})',
  'value.ratio': '{ratio} por cada 1,00 facturado',
  'value.money-meaning':
    'Las cuotas y los cargos proceden de la cuenta de la biblioteca con el consorcio, por el día de asiento. El efectivo ahorrado se introduce abajo. El coste evitado nunca se pagó: no es efectivo.',
  'value.no-account':
    'La cuenta con el consorcio la lee el personal de finanzas. El efectivo ahorrado se introduce abajo. El coste evitado nunca se pagó: no es efectivo.',
  'value.got': 'Lo que la biblioteca recibió',
  'value.gave': 'Lo que la biblioteca dio',
  'value.line': 'Línea',
  'value.figure': 'Cifra',
  'value.avoided-low': 'Coste evitado, bajo',
  'value.avoided-middle': 'Medio',
  'value.avoided-high': 'Alto',
  'value.meaning': 'Definición y fuente',
  'value.not-priced': '–',
  'value.borrowed': 'Tomados de otros miembros',
  'value.borrowed-meaning':
    'Primeros préstamos a usuarios de la biblioteca, en cualquier mostrador, de ejemplares de otros miembros (archivo de circulación). Coste evitado: el precio de tal préstamo en otro lugar menos el coste propio, según los supuestos de abajo.',
  'value.outside': 'Tomados de fuera del consorcio',
  'value.outside-meaning':
    'Primeros préstamos a usuarios de la biblioteca de ejemplares de otras bibliotecas (archivo de circulación).',
  'value.turnaround': 'Tiempo hasta recibir, mediana',
  'value.turnaround-meaning':
    'Desde la solicitud hasta que se recibió el ejemplar (informe de préstamos interbibliotecarios).',
  'value.records': 'Registros descritos por otros',
  'value.records-meaning':
    'Registros de las cargas de la biblioteca que eran nuevos para ella y se unieron a un registro de otro miembro (cargas de estos meses, UTC). Coste evitado: los minutos y la hora de personal según los supuestos de abajo.',
  'value.freed': 'Tiempo de catalogación liberado',
  'value.hours': '{hours} horas',
  'value.freed-meaning': 'Esos registros por los minutos de cada registro, según los supuestos de abajo.',
  'value.lent': 'Prestados a usuarios de otros miembros',
  'value.lent-meaning':
    'Primeros préstamos a usuarios de otros miembros, en cualquier mostrador, de ejemplares de la biblioteca (archivo de circulación). Se cuentan sin precio.',
  'value.supplied': 'Solicitudes suministradas',
  'value.supplied-meaning':
    'Solicitudes de préstamo interbibliotecario que la biblioteca cumplió como suministradora (informe de préstamos interbibliotecarios). Se cuentan sin precio.',
  'value.older-loads': 'No se contaron las cargas más antiguas de estos meses.',
  'value.assumptions': 'Supuestos',
  'value.assumptions-meaning':
    'Concord no registra estos valores. Los iniciales son ejemplos: introduzca los suyos, con su fuente en su informe. Forman parte de la dirección de esta página, así que un enlace muestra las mismas cifras.',
  'value.assumed-low': 'Precio de un préstamo en otro lugar, bajo',
  'value.assumed-middle': 'Precio de un préstamo en otro lugar, medio',
  'value.assumed-high': 'Precio de un préstamo en otro lugar, alto',
  'value.assumed-own': 'Coste propio de un préstamo recibido',
  'value.assumed-minutes': 'Minutos para describir un registro',
  'value.assumed-wage': 'Coste de una hora de personal',
  'value.assumed-cash': 'Efectivo ahorrado por compras conjuntas en estos meses',
  'value.not-a-number': 'Introduzca un número como 12,00; minutos enteros.',
  'value.calculate': 'Calcular',
};
