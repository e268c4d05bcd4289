/** Stands for what a library could load and never does here. */
export const nothing = undefined
