/** Of linear programs of parts of the search space: nobody asks why a part has no plan. */
export const UNEXPLAINED = { unexplained: true } as const;
