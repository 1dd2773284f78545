/** The first day that figures may speak of. */
export const firstDay = '2000-01-01';
