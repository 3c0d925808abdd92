/** The shop's departments, in the order of the navigation; their names are texts. */
export const categories = ['kitchen', 'living', 'outdoor', 'desk'];
