export * from '../../src/report/numbers/gap.ts';
