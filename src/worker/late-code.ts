import type { booksOf } from '../finance/books.ts';
import type { addRuled } from '../simulate/quadrature/ruled-values.ts';

/** Code of jobs that few runs need; asked for when it is first needed. */
export interface LateCode {
  readonly booksOf: () => typeof booksOf | Promise<typeof booksOf>;
  readonly addRuled: () => typeof addRuled | Promise<typeof addRuled>;
}

/** Fetched then. */
export const lateCode: LateCode = {
  booksOf: async () => (await import('../finance/books.ts')).booksOf,
  addRuled: async () => (await import('../simulate/quadrature/ruled-values.ts')).addRuled,
};
