/** What to do where stresses are of the file, said once for all of them. */
export const OWN_ACTION = 'Stresses of your own: decide now what you will do when one shows, and at which sign.';
