import type { staff as english } from '../en/staff.ts';

/** La página del personal de una biblioteca y sus invitaciones. */
export const staff: Record<keyof typeof english, string> = {
  'staff.title': 'Personal',
  'staff.library': 'Biblioteca',
  'staff.consortium': 'El propio consorcio',
  'staff.not-yours': 'Esto es para quienes administran una biblioteca o el consorcio.',
  'staff.list': 'Quién trabaja aquí',
  'staff.name': 'Nombre',
  'staff.email': 'Dirección de correo',
  'staff.invitation': 'Invitación',
  'staff.again': 'Enviar de nuevo',
  'staff.again-one': 'Enviar de nuevo la invitación: {name}',
  'staff.more': 'Mostrar más',
  'staff.invite': 'Invitar',
  'staff.invite-meaning': 'La persona recibe un correo con una contraseña temporal, válida durante 7 días.',
  'staff.sent': 'La invitación va de camino a {email}.',
  'problem.email-taken': 'Alguien ya entra con esta dirección, o la invitó otra biblioteca.',
};
